import { Alert, Button, Select, Space } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import type { SignInResult } from '../../../shared/ipc/account-channels.ts'
import type { StationProfile } from '../../../shared/ipc/station-channels.ts'
import { roleNames } from '../../../shared/people/role.ts'
import { samplePassphrase } from '../../../shared/people/sample-station.ts'
import type { User } from '../../../shared/people/user.ts'
import { station as machine } from '../../station.ts'
import { words } from '../../words/index.ts'
import { NewPassphrase } from './new-passphrase.tsx'
import { NamedInput } from '../../ui/named-input.tsx'

/** Somebody whom the machine let in, with the keys to open the store. */
export type Welcome = Extract<SignInResult, { outcome: 'welcome' }>

interface SignInProps {
  readonly profile: StationProfile
  readonly enter: (welcome: Welcome) => void
}

type Way = 'passphrase' | 'change' | 'recovery'

/** Who sits down: a named person with a passphrase of his own, checked by the machine. */
export function SignInScreen({ profile, enter }: SignInProps) {
  const [users, setUsers] = useState<readonly User[]>([])
  const [withCard, setWithCard] = useState<readonly string[]>([])
  const [pin, setPin] = useState('')
  const [userId, setUserId] = useState<string>()
  const [passphrase, setPassphrase] = useState('')
  const [fresh, setFresh] = useState('')
  const [way, setWay] = useState<Way>('passphrase')
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    void machine.call('signin.users', {}).then((answer) => {
      setUsers(answer.users)
      setWithCard(answer.withCard)
    })
  }, [])
  const needsCard = way !== 'recovery' && withCard.includes(userId ?? '')
  const ask = () => {
    const who = userId ?? ''
    if (way === 'recovery')
      return machine.call('signin.recover', { userId: who, code: passphrase, newPassphrase: fresh })
    return machine.call('signin.verify', {
      userId: who,
      passphrase,
      ...(way === 'change' ? { newPassphrase: fresh } : {}),
      ...(needsCard ? { pin } : {}),
    })
  }
  const submit = async () => {
    if (!userId || busy) return
    setBusy(true)
    const result = await ask()
    setBusy(false)
    if (result.outcome === 'welcome') return enter(result)
    if (result.outcome === 'must-change') {
      setSaid(result.reason)
      if (way === 'passphrase') setWay('change')
      return
    }
    setPassphrase('')
    setPin('')
    setSaid(
      result.waitSeconds > 0 ? `${result.reason}${words.signIn.waiting(result.waitSeconds)}` : result.reason,
    )
  }
  const turnTo = (next: Way) => {
    setWay(next)
    setPassphrase('')
    setFresh('')
    setSaid('')
  }
  const secret = way === 'recovery' ? words.accounts.recoveryCode : words.signIn.passphrase
  return (
    <Sheet title={words.signIn.title} subtitle={profile.station?.name ?? ''} submit={submit}>
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
      <NamedInput secret name={secret} value={passphrase} tell={setPassphrase} />
      {needsCard ? <NamedInput secret name={words.accounts.card.pin} value={pin} tell={setPin} /> : null}
      {way === 'passphrase' ? null : <NewPassphrase tell={setFresh} />}
      {said ? <Alert type="error" role="alert" title={said} /> : null}
      <Button
        type="primary"
        htmlType="submit"
        block
        loading={busy}
        disabled={
          !userId || passphrase === '' || (needsCard && pin === '') || (way !== 'passphrase' && fresh === '')
        }
      >
        {way === 'passphrase' ? words.signIn.enter : words.accounts.change}
      </Button>
      {profile.sample ? <p className="quiet">{words.signIn.samplePassphrase(samplePassphrase)}</p> : null}
      <Button
        type="link"
        size="small"
        onClick={() => turnTo(way === 'passphrase' ? 'recovery' : 'passphrase')}
      >
        {way === 'passphrase' ? words.accounts.recover : words.accounts.back}
      </Button>
    </Sheet>
  )
}

interface SheetProps {
  readonly title: string
  readonly subtitle: string
  readonly submit: () => Promise<void>
  readonly children: ReactNode
}

/** The one sheet in the middle of the window, before anybody works. */
export function Sheet({ title, subtitle, submit, children }: SheetProps) {
  return (
    <div className="centre">
      <form
        className="sheet"
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <h1>{words.product}</h1>
        <p className="quiet">{subtitle}</p>
        <Space orientation="vertical" style={{ width: '100%' }} size={12}>
          {children}
        </Space>
      </form>
    </div>
  )
}
