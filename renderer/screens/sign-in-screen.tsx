import { Alert, Button, Input, Select, Space } from 'antd'
import { useEffect, useState } from 'react'
import { roleNames } from '../../shared/people/role.ts'
import { samplePassphrase } from '../../shared/people/sample-station.ts'
import type { User } from '../../shared/people/user.ts'
import { useDesk } from '../desk/desk.tsx'
import { signIn } from '../session/session.ts'
import { station as machine } from '../station.ts'
import { words } from '../words/index.ts'

/** Who sits down: a named person with a passphrase of his own, checked by the machine. */
export function SignInScreen() {
  const { station, sample } = useDesk()
  const [users, setUsers] = useState<readonly User[]>([])
  const [userId, setUserId] = useState<string>()
  const [passphrase, setPassphrase] = useState('')
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    void machine.call('signin.users', {}).then((answer) => setUsers(answer.users))
  }, [])
  const enter = async () => {
    if (!userId || busy) return
    setBusy(true)
    const result = await machine.call('signin.verify', { userId, passphrase })
    setBusy(false)
    if (result.outcome === 'welcome') return signIn(result.user)
    setPassphrase('')
    setSaid(
      result.waitSeconds > 0 ? `${result.reason}${words.signIn.waiting(result.waitSeconds)}` : result.reason,
    )
  }
  return (
    <div className="centre">
      <form
        className="sheet"
        aria-label={words.signIn.title}
        onSubmit={(event) => {
          event.preventDefault()
          void enter()
        }}
      >
        <h1>{words.product}</h1>
        <p className="quiet">{station.name}</p>
        <Space orientation="vertical" style={{ width: '100%' }} size={12}>
          <Select
            aria-label={words.signIn.who}
            placeholder={words.signIn.who}
            style={{ width: '100%' }}
            value={userId ?? null}
            onChange={(id: string) => setUserId(id)}
            options={users.map(({ id, name, role, policeNumber }) => ({
              value: id,
              label: `${name}　${roleNames[role]}　${policeNumber}`,
            }))}
          />
          <Input.Password
            aria-label={words.signIn.passphrase}
            placeholder={words.signIn.passphrase}
            value={passphrase}
            onChange={(event) => setPassphrase(event.target.value)}
          />
          {said ? <Alert type="error" role="alert" title={said} /> : null}
          <Button
            type="primary"
            htmlType="submit"
            block
            loading={busy}
            disabled={!userId || passphrase === ''}
          >
            {words.signIn.enter}
          </Button>
          {sample ? <p className="quiet">{words.signIn.samplePassphrase(samplePassphrase)}</p> : null}
        </Space>
      </form>
    </div>
  )
}
