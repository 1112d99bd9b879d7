import { Alert, Input, Modal } from 'antd'
import { useState } from 'react'
import { answerProof, useProof } from '../session/proof.ts'
import { station } from '../station.ts'
import { words } from '../words/index.ts'

/** The passphrase once more, before approving, issuing or exporting. */
export function ProofDialog() {
  const waiting = useProof((proof) => proof.waiting)
  const [passphrase, setPassphrase] = useState('')
  const [said, setSaid] = useState('')
  const finish = (proved: boolean) => {
    setPassphrase('')
    setSaid('')
    answerProof(proved)
  }
  const confirm = async () => {
    const result = await station.call('session.prove', { passphrase })
    if (result.outcome === 'proved') return finish(true)
    setPassphrase('')
    setSaid(result.reason)
  }
  return (
    <Modal
      open={waiting !== undefined}
      title={words.accounts.prove.title}
      okText={words.accounts.prove.confirm}
      okButtonProps={{ disabled: passphrase === '' }}
      onOk={() => void confirm()}
      onCancel={() => finish(false)}
      destroyOnHidden
    >
      <p className="quiet">{words.accounts.prove.explain}</p>
      <Input.Password
        autoFocus
        aria-label={words.accounts.prove.title}
        value={passphrase}
        onChange={(event) => setPassphrase(event.target.value)}
        onPressEnter={() => void confirm()}
      />
      {said ? <Alert type="error" role="alert" title={said} /> : null}
    </Modal>
  )
}
