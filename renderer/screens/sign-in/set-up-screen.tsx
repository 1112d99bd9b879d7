import { Alert, Button, Radio } from 'antd'
import { useState } from 'react'
import type { StationProfile } from '../../../shared/ipc/station-channels.ts'
import type { SuiteName } from '../../../shared/seal/cipher-suite.ts'
import { suiteNames } from '../../../shared/seal/suites.ts'
import { station as machine, StationRefused } from '../../station.ts'
import { words } from '../../words/index.ts'
import { leaseWords } from '../../words/lease-words.ts'
import { restoreWords } from '../../words/restore-words.ts'
import { NewPassphrase } from './new-passphrase.tsx'
import { RecoverySheetPanel } from './recovery-sheet-panel.tsx'
import { Sheet, type Welcome } from './sign-in-screen.tsx'
import { NamedInput } from '../../ui/named-input.tsx'

interface SetUpProps {
  readonly profile: StationProfile
  readonly enter: (welcome: Welcome) => void
  /** The other way: to take the place of a machine that broke. */
  readonly restore: () => void
}

interface Found {
  readonly stationName: string
  readonly people: number
}

interface Finished {
  readonly recoveryCode: string
  readonly welcome: Welcome
}

const text = words.accounts.setUp

/** The first start: the package, the first administrator, the sheet for the safe. There is no passphrase to begin with. */
export function SetUpScreen({ profile, enter, restore }: SetUpProps) {
  const [openingCode, setOpeningCode] = useState('')
  const [found, setFound] = useState<Found>()
  const [name, setName] = useState('')
  const [policeNumber, setPoliceNumber] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [suite, setSuite] = useState<SuiteName>('aes-256-gcm')
  const [said, setSaid] = useState('')
  const [finished, setFinished] = useState<Finished>()
  const saying = async (work: () => Promise<void>) => {
    setSaid('')
    try {
      await work()
    } catch (fault) {
      if (!(fault instanceof StationRefused)) throw fault
      setSaid(fault.message)
    }
  }
  const look = () => saying(async () => setFound(await machine.call('setup.look', { openingCode })))
  const finish = () =>
    saying(async () => {
      const administrator = { name, policeNumber, passphrase }
      const { recoveryCode } = await machine.call('setup.finish', { openingCode, suite, administrator })
      const { users } = await machine.call('signin.users', {})
      const userId = users.find((user) => user.role === 'administrator' && user.name === name)?.id ?? ''
      const welcome = await machine.call('signin.verify', { userId, passphrase })
      if (welcome.outcome === 'welcome') setFinished({ recoveryCode, welcome })
      else setSaid(welcome.reason)
    })
  if (!profile.hasPackage) return <NoPackage folder={profile.dataFolder} />
  if (finished && found) {
    const { recoveryCode, welcome } = finished
    return (
      <div className="centre">
        <div className="sheet">
          <RecoverySheetPanel
            code={recoveryCode}
            stationName={found.stationName}
            device={profile.device}
            done={() => enter(welcome)}
          />
        </div>
      </div>
    )
  }
  return (
    <Sheet
      title={text.title}
      subtitle={found ? text.found(found.stationName, found.people) : text.explain}
      submit={found ? finish : look}
    >
      <NamedInput
        secret
        autoFocus
        name={text.code}
        disabled={found !== undefined}
        value={openingCode}
        tell={setOpeningCode}
      />
      {found ? (
        <>
          <NamedInput autoFocus name={text.administrator} value={name} tell={setName} />
          <NamedInput name={text.policeNumber} value={policeNumber} tell={setPoliceNumber} />
          <NewPassphrase tell={setPassphrase} />
          <Radio.Group
            aria-label={text.suite}
            value={suite}
            onChange={(event) => setSuite(event.target.value as SuiteName)}
            options={suiteNames.map((each) => ({ value: each, label: words.accounts.suites[each] }))}
          />
        </>
      ) : null}
      {said ? <Alert type="error" role="alert" title={said} /> : null}
      <p className="quiet">{leaseWords.setUp(profile.device)}</p>
      <Button
        type="primary"
        htmlType="submit"
        block
        disabled={found ? name.trim() === '' || passphrase === '' : openingCode === ''}
      >
        {found ? text.finish : text.look}
      </Button>
      <Button type="link" size="small" onClick={restore}>
        {restoreWords.offer}
      </Button>
    </Sheet>
  )
}

function NoPackage({ folder }: { readonly folder: string }) {
  return (
    <div className="centre">
      <div className="sheet">
        <h1>{words.product}</h1>
        <p role="alert">{text.noPackage}</p>
        <p className="quiet">{folder}</p>
      </div>
    </div>
  )
}
