import { Button, Card, Space } from 'antd'
import { useState } from 'react'
import { asCaseworker, holdingInWords, isHeldElsewhere, isSamePerson } from '../../../shared/cases/holding.ts'
import { findOtherPrinter, type CaseFile } from '../../../shared/cases/case-file.ts'
import { permits } from '../../../shared/people/role.ts'
import type { User } from '../../../shared/people/user.ts'
import { useActor, useDesk } from '../../desk/desk.tsx'
import { useColleagues } from '../../desk/use-colleagues.ts'
import { dayAndTimeInChina } from '../../ui/clock-time.ts'
import { Refusals } from '../../ui/refusals.tsx'
import { words } from '../../words/index.ts'
import { ColleaguePicker } from './colleague-picker.tsx'
import { useStep, type CaseProps } from './use-step.ts'
import { NamedInput } from '../../ui/named-input.tsx'

/** Whether somebody else, or this person at another machine, is working on the case. */
export function useIsFrozen({ holding }: CaseFile): boolean {
  const actor = useActor()
  const { profile } = useDesk()
  return isHeldElsewhere(holding, actor, profile.device)
}

/** In whose hands the case is, and the ways in which it changes them, for whoever may. */
export function HoldingPanel(props: CaseProps) {
  const { caseFile, caseType } = props
  const actor = useActor()
  const isFrozen = useIsFrozen(caseFile)
  const steps = useHoldSteps(props)
  const { profile } = useDesk()
  const isOpen = (step: string) => caseType.steps[step]?.from.includes(caseFile.status) ?? false
  if (!isOpen('takeOver')) return null
  const { holding } = caseFile
  const isOwn = holding !== undefined && isSamePerson(holding, actor)
  const mayHold = permits(actor.role, 'hold-case') && isOpen('claim')
  const isOthers = holding ? !isOwn : false
  const isPrintedElsewhere = findOtherPrinter(caseFile, profile.device) !== undefined
  const mayTakeOver = permits(actor.role, 'take-over-case') && (isOthers || isPrintedElsewhere)
  // Nobody may go on with it here, though it is in nobody's hands; the card above says who may.
  const waitsElsewhere = isPrintedElsewhere && !holding
  if (waitsElsewhere && !mayTakeOver) return null
  return (
    <Card
      size="small"
      className={isFrozen ? 'block question' : 'block'}
      title={words.holding.title}
      data-holding={holding?.userId ?? ''}
    >
      <Refusals refusals={steps.refusals} />
      {waitsElsewhere ? null : (
        <p>
          <Whose caseFile={caseFile} isOwn={isOwn} isFrozen={isFrozen} />
        </p>
      )}
      {mayHold && (!holding || isOwn) ? (
        <OwnWays steps={steps} holding={holding !== undefined} canMove={isOwn && isFrozen} />
      ) : null}
      {mayTakeOver ? <TakeOver steps={steps} /> : null}
    </Card>
  )
}

interface WhoseProps {
  readonly caseFile: CaseFile
  readonly isOwn: boolean
  readonly isFrozen: boolean
}

function Whose({ caseFile: { holding }, isOwn, isFrozen }: WhoseProps) {
  if (!holding) return <span className="quiet">{words.holding.nobody}</span>
  if (isOwn) {
    return <span>{isFrozen ? words.holding.ownElsewhere(holding.device ?? '') : words.holding.own}</span>
  }
  return (
    <>
      <strong>{holdingInWords(holding)}</strong>
      <span className="quiet">
        {' '}
        {dayAndTimeInChina(holding.since)} {words.holding.frozen}
      </span>
    </>
  )
}

/** The hold steps, each made on the holding that stands on the screen. */
function useHoldSteps(props: CaseProps) {
  const { take, refusals } = useStep(props)
  const actor = useActor()
  const instead = props.caseFile.holding?.actionId ?? ''
  return {
    refusals,
    claim: () => take('claim', { instead }),
    release: () => take('release', { instead }),
    assign: (to: User, note: string) => take('assign', { instead, caseworker: asCaseworker(to), note }),
    takeOver: (to: User | undefined, reason: string) =>
      take('takeOver', { instead, caseworker: asCaseworker(to ?? { ...actor, id: actor.userId }), reason }),
  }
}
type HoldSteps = ReturnType<typeof useHoldSteps>

interface OwnWaysProps {
  readonly steps: HoldSteps
  readonly holding: boolean
  readonly canMove: boolean
}

function OwnWays({ steps, holding, canMove }: OwnWaysProps) {
  const colleagues = useColleagues()
  const [to, setTo] = useState<string>()
  const [note, setNote] = useState('')
  const colleague = colleagues.find(({ id }) => id === to)
  return (
    <Space wrap>
      {holding && !canMove ? null : (
        <Button onClick={() => void steps.claim()}>
          {canMove ? words.holding.moveHere : words.holding.claim}
        </Button>
      )}
      {holding ? <Button onClick={() => void steps.release()}>{words.holding.release}</Button> : null}
      <ColleaguePicker label={words.holding.colleague} people={colleagues} value={to} onChange={setTo} />
      <NamedInput name={words.holding.note} style={{ width: 160 }} value={note} tell={setNote} />
      <Button disabled={!colleague} onClick={() => colleague && void steps.assign(colleague, note)}>
        {words.holding.assign}
      </Button>
    </Space>
  )
}

function TakeOver({ steps }: { readonly steps: HoldSteps }) {
  const colleagues = useColleagues()
  const [to, setTo] = useState<string>()
  const [reason, setReason] = useState('')
  const colleague = colleagues.find(({ id }) => id === to)
  return (
    <Space wrap>
      <NamedInput name={words.holding.reason} style={{ width: 220 }} value={reason} tell={setReason} />
      <Button disabled={reason.trim() === ''} onClick={() => void steps.takeOver(undefined, reason)}>
        {words.holding.takeOver}
      </Button>
      <ColleaguePicker label={words.holding.colleague} people={colleagues} value={to} onChange={setTo} />
      <Button
        disabled={reason.trim() === '' || !colleague}
        onClick={() => void steps.takeOver(colleague, reason)}
      >
        {words.holding.assign}
      </Button>
    </Space>
  )
}
