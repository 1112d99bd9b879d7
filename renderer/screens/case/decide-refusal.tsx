import { Button, Space } from 'antd'
import { useState } from 'react'
import type { Outcome, Refusal } from '../../../shared/base/outcome.ts'
import type { User } from '../../../shared/people/user.ts'
import { useColleagues } from '../../desk/use-colleagues.ts'
import { NamedInput } from '../../ui/named-input.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import { words } from '../../words/index.ts'
import { ColleaguePicker } from './colleague-picker.tsx'

/** What becomes of a refused step: it is said again on what stands now, the city's is taken, or it is handed to a colleague. */
export interface WaysOut {
  readonly again: (note: string) => Promise<Outcome<unknown>>
  readonly close: (note: string) => Promise<Outcome<unknown>>
  /** None where the step itself is about a refusal: that is decided on where it is. */
  readonly hand: ((to: User, note: string) => Promise<Outcome<unknown>>) | undefined
}

interface Props {
  readonly ways: WaysOut
  readonly againInWords: string
}

export function DecideRefusal({ ways, againInWords }: Props) {
  const [note, setNote] = useState('')
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const take = async (way: Promise<Outcome<unknown>>) => {
    const taken = await way
    setRefusals(taken.ok ? [] : taken.refusals)
  }
  const isNoted = note.trim() !== ''
  return (
    <Space orientation="vertical" style={{ width: '100%' }}>
      <Refusals refusals={refusals} />
      <NamedInput name={words.refusal.how} value={note} tell={setNote} />
      <Space wrap>
        <Button onClick={() => void take(ways.again(isNoted ? note : words.refusal.againNote))}>
          {againInWords}
        </Button>
        <Button disabled={!isNoted} onClick={() => void take(ways.close(note))}>
          {words.refusal.close}
        </Button>
        {ways.hand ? (
          <HandOver hand={ways.hand} isNoted={isNoted} note={note} onTake={(way) => void take(way)} />
        ) : null}
      </Space>
    </Space>
  )
}

interface HandOverProps {
  readonly hand: NonNullable<WaysOut['hand']>
  readonly isNoted: boolean
  readonly note: string
  readonly onTake: (way: Promise<Outcome<unknown>>) => void
}

function HandOver({ hand, isNoted, note, onTake }: HandOverProps) {
  const [to, setTo] = useState<string>()
  const colleagues = useColleagues()
  const colleague = colleagues.find(({ id }) => id === to)
  return (
    <Space wrap>
      <ColleaguePicker label={words.refusal.to} people={colleagues} value={to} onChange={setTo} />
      <Button
        disabled={!isNoted || !colleague}
        onClick={() => {
          if (colleague) onTake(hand(colleague, note))
        }}
      >
        {words.refusal.hand}
      </Button>
    </Space>
  )
}
