import { Alert, Button, Card, InputNumber, Space } from 'antd'
import { useState } from 'react'
import { idleSetting, useIdleMinutes, useSaveSetting } from '../../desk/desk-settings.ts'
import { useActor } from '../../desk/desk.tsx'
import { mostIdleMinutes } from '../../session/idle-lock.ts'
import { passphraseWasGiven } from '../../session/proof.ts'
import { station as machine } from '../../station.ts'
import { words } from '../../words/index.ts'
import { NewPassphrase } from './new-passphrase.tsx'
import { NamedInput } from '../../ui/named-input.tsx'

const text = words.accounts.own

/** One's own passphrase: the data key is locked anew, the data stays as it is. */
export function OwnPassphrase() {
  const { userId } = useActor()
  const [old, setOld] = useState('')
  const [fresh, setFresh] = useState('')
  const [said, setSaid] = useState<{ readonly good: boolean; readonly text: string }>()
  const [round, setRound] = useState(0)
  const save = async () => {
    const result = await machine.call('signin.verify', { userId, passphrase: old, newPassphrase: fresh })
    if (result.outcome !== 'welcome') return setSaid({ good: false, text: result.reason })
    // The page has these keys already; a second copy is not kept.
    result.keys.records.fill(0)
    passphraseWasGiven()
    setOld('')
    setFresh('')
    setRound(round + 1)
    setSaid({ good: true, text: text.saved })
  }
  return (
    <Card size="small" className="block" title={text.title}>
      <Space orientation="vertical" style={{ width: 420 }}>
        <NamedInput secret name={text.old} value={old} tell={setOld} />
        <NewPassphrase key={round} tell={setFresh} />
        {said ? <Alert type={said.good ? 'success' : 'error'} role="alert" title={said.text} /> : null}
        <Button disabled={old === '' || fresh === ''} onClick={() => void save()}>
          {text.save}
        </Button>
      </Space>
    </Card>
  )
}

/** After how long the desk locks itself. */
export function IdleSetting() {
  const minutes = useIdleMinutes()
  const save = useSaveSetting()
  return (
    <Card size="small" className="block" title={words.accounts.idle.title}>
      <Space>
        <span>{words.accounts.idle.minutes}</span>
        <InputNumber
          aria-label={words.accounts.idle.minutes}
          min={1}
          max={mostIdleMinutes}
          value={minutes}
          onChange={(value) => void save(idleSetting, value ?? minutes)}
        />
      </Space>
    </Card>
  )
}
