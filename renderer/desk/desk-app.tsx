import { Alert, Button } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { StationProfile } from '../../shared/ipc/station-channels.ts'
import { useCheckpoints } from './use-checkpoints.ts'
import { noteCityHeard } from '../sync/note-city-heard.ts'
import { sealedCodec, type Codec } from '../local/codec.ts'
import { prewarm } from '../paper/paper.ts'
import { useIdleLock } from '../session/idle-lock.ts'
import { beforeLocking, lockDesk, putWorkAway } from '../session/lock.ts'
import { passphraseWasGiven } from '../session/proof.ts'
import { useSession, type Place } from '../session/session.ts'
import { CaseScreen } from '../screens/case/case-screen.tsx'
import { CertificatesScreen } from '../screens/certificates-screen.tsx'
import { DraftScreen } from '../screens/draft/draft-screen.tsx'
import { NewMatterScreen } from '../screens/new-matter-screen.tsx'
import { PolicyScreen } from '../screens/policy-screen.tsx'
import { HouseholdScreen } from '../screens/register/household-screen.tsx'
import { HandoverScreen } from '../screens/handover-screen.tsx'
import { OwnRecordScreen } from '../screens/register/own-record-screen.tsx'
import { PersonScreen } from '../screens/register/person-screen.tsx'
import { RegisterScreen } from '../screens/register/register-screen.tsx'
import { RetentionScreen } from '../screens/retention/retention-screen.tsx'
import { SettingsScreen } from '../screens/settings-screen.tsx'
import { FirstStart } from '../screens/sign-in/first-start.tsx'
import { SignInScreen, type Welcome } from '../screens/sign-in/sign-in-screen.tsx'
import { StatisticsScreen } from '../screens/statistics/statistics-screen.tsx'
import { SyncScreen } from '../screens/sync-screen.tsx'
import { TrailScreen } from '../screens/trail-screen.tsx'
import { VerifyScreen } from '../screens/verify/verify-screen.tsx'
import { WorkbenchScreen } from '../screens/workbench-screen.tsx'
import { station as machine } from '../station.ts'
import type { MessageBody } from '../sync/line-port.ts'
import { Arrivals } from '../sync/arrivals.ts'
import { keepLeases } from '../sync/keep-leases.ts'
import { startPump } from '../sync/pump.ts'
import { SetAsideNotice } from '../ui/attachments/set-aside-notice.tsx'
import { useMachineReports } from '../sync/machine-reports.ts'
import { Frame } from '../ui/frame.tsx'
import { words } from '../words/index.ts'
import { useIdleMinutes } from './desk-settings.ts'
import { DeskProvider, now, type Desk } from './desk.tsx'
import { leaseHolderOf } from './lease-holder.ts'
import { useUploadsOf } from './use-uploads.ts'
import { openDesk, type OpenDesk, type OpeningStage } from './open-desk.ts'
import { Opening } from './opening.tsx'
import { RebuildNotice } from './rebuild-notice.tsx'
import { RestoredNotice } from './restored-notice.tsx'

type State =
  | { readonly kind: 'starting' }
  | { readonly kind: 'no-station'; readonly profile: StationProfile }
  | { readonly kind: 'locked'; readonly profile: StationProfile }
  | { readonly kind: 'stage'; readonly stage: OpeningStage }
  | { readonly kind: 'open'; readonly open: OpenDesk }
  | { readonly kind: 'no-package' }
  | { readonly kind: 'failed'; readonly reason: string }

/** What signing in left to open the store with. */
interface Way {
  readonly profile: StationProfile
  readonly codec: Codec
}

/** The whole counter: who sits down, then the store opens (or is rebuilt), then whatever screen the clerk is on. */
export function DeskApp() {
  const [state, setState] = useState<State>({ kind: 'starting' })
  const locking = useSession((session) => session.locking)
  const current = useRef<OpenDesk | undefined>(undefined)
  const way = useRef<Way | undefined>(undefined)
  const fail = useCallback((fault: unknown) => {
    setState({ kind: 'failed', reason: fault instanceof Error ? fault.message : String(fault) })
  }, [])
  const lookWhoseDesk = useCallback(() => {
    machine
      .call('station.profile', {})
      .then((profile) => setState({ kind: profile.station ? 'locked' : 'no-station', profile }))
      .catch(fail)
  }, [fail])
  useEffect(lookWhoseDesk, [lookWhoseDesk])
  useEffect(
    () =>
      beforeLocking(async () => {
        await current.current?.store.settled()
        current.current?.store.close()
      }),
    [],
  )
  const open = useCallback(
    (rebuild: boolean) => {
      if (!way.current) return
      current.current?.store.close()
      openDesk({ ...way.current, rebuild, tell: (stage) => setState({ kind: 'stage', stage }) })
        .then((opened) => {
          if (opened === 'no-package') return setState({ kind: 'no-package' })
          current.current = opened
          setState({ kind: 'open', open: opened })
        })
        .catch(fail)
    },
    [fail],
  )
  const enter = useCallback(
    async (profile: StationProfile, { user, keys }: Welcome) => {
      way.current = { profile, codec: await sealedCodec(keys) }
      passphraseWasGiven()
      useSession.setState({ user, place: { screen: 'workbench' }, back: [] })
      open(false)
    },
    [open],
  )
  const rebuild = useCallback(() => open(true), [open])
  if (locking) return <Notice title={words.accounts.locking} />
  switch (state.kind) {
    case 'starting':
      return <Opening stage={{ kind: 'opening', waitsFor: 'machine' }} />
    case 'no-station':
      return (
        <FirstStart
          profile={state.profile}
          enter={(welcome) => void enter(state.profile, welcome)}
          restored={lookWhoseDesk}
        />
      )
    case 'locked':
      return <SignInScreen profile={state.profile} enter={(welcome) => void enter(state.profile, welcome)} />
    case 'stage':
      return <Opening stage={state.stage} />
    case 'no-package':
      return <Notice title={words.opening.nothing} />
    case 'failed':
      return <Notice title={`${words.opening.failed}${state.reason}`} rebuild={rebuild} />
    case 'open':
      return <WorkingDesk open={state.open} rebuild={rebuild} />
  }
}

function Notice({ title, rebuild }: { readonly title: string; readonly rebuild?: () => void }) {
  return (
    <div className="centre">
      <div className="sheet">
        <h1>{words.product}</h1>
        <p role="alert">{title}</p>
        {rebuild ? (
          <Button type="primary" onClick={rebuild}>
            {words.opening.rebuild}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

interface WorkingDeskProps {
  readonly open: OpenDesk
  readonly rebuild: () => void
}

function WorkingDesk({ open, rebuild }: WorkingDeskProps) {
  const { store, station, profile } = open
  const [printerFault, setPrinterFault] = useState('')
  const [gone, setGone] = useState(false)
  const [arrivals] = useState(() => new Arrivals())
  const pump = useRef<ReturnType<typeof startPump> | undefined>(undefined)
  useEffect(() => {
    const line = {
      exchange: (method: 'GET' | 'POST', path: string, body?: MessageBody) =>
        machine.call('line.exchange', { method, path, ...(body === undefined ? {} : { body }) }),
    }
    pump.current = startPump({
      store,
      line,
      introduce: () => machine.call('user-keys.report', {}),
      station: station.code,
      device: profile.device,
      sample: open.sample,
      now,
      chance: Math.random,
      arrivals,
      afterGoodRound: async () => {
        await noteCityHeard(store, now())
        await keepLeases({ ...leaseHolderOf({ store, station, profile }), line, arrivals })
      },
    })
    return () => pump.current?.stop()
  }, [store, station, profile, open.sample, arrivals])
  useEffect(() => store.whenGone(() => setGone(true)), [store])
  useEffect(() => {
    const idle = requestIdleCallback(() => void prewarm())
    return () => cancelIdleCallback(idle)
  }, [])
  const uploads = useUploadsOf(store)
  useCheckpoints(store)
  const desk = useMemo<Desk>(
    () => ({
      ...open,
      arrivals,
      nudge: () => {
        uploads.yieldToActions()
        pump.current?.nudge()
      },
      retryUploads: uploads.retryNow,
      tellPrinterFault: setPrinterFault,
    }),
    [open, uploads, arrivals],
  )
  const fault = (
    <>
      {gone ? <GoneBanner rebuild={rebuild} /> : null}
      <SetAsideNotice />
      <RestoredNotice store={store} takenOver={open.takenOver} />
      {open.proof ? <RebuildNotice proof={open.proof} opening={open.opening} /> : null}
      {printerFault ? (
        <Alert
          type="error"
          role="alert"
          closable={{ onClose: () => setPrinterFault('') }}
          title={`打印机：${printerFault}`}
        />
      ) : null}
    </>
  )
  return (
    <DeskProvider value={desk}>
      <Watch />
      <Frame fault={fault}>
        <CurrentScreen rebuild={rebuild} />
      </Frame>
    </DeskProvider>
  )
}

/** What makes the desk lock or put its work away without the clerk asking. */
function Watch() {
  useIdleLock(useIdleMinutes())
  useMachineReports()
  useEffect(() => machine.on('session.lock-requested', () => void lockDesk('idle')), [])
  useEffect(
    () =>
      machine.on('app.close-requested', () => {
        void putWorkAway().then(() => machine.call('app.close-ready', {}))
      }),
    [],
  )
  return null
}

function GoneBanner({ rebuild }: { readonly rebuild: () => void }) {
  return (
    <Alert
      type="error"
      role="alert"
      title={words.gone.title}
      description={words.gone.explain}
      action={
        <Button type="primary" danger onClick={rebuild}>
          {words.opening.rebuild}
        </Button>
      }
    />
  )
}

function CurrentScreen({ rebuild }: { readonly rebuild: () => void }) {
  const place = useSession((session) => session.place)
  return screenOf(place, rebuild)
}

function screenOf(place: Place, rebuild: () => void) {
  switch (place.screen) {
    case 'workbench':
      return <WorkbenchScreen />
    case 'new-matter':
      return <NewMatterScreen />
    case 'draft':
      return <DraftScreen key={place.draftId} draftId={place.draftId} />
    case 'case':
      return <CaseScreen key={place.caseId} caseId={place.caseId} />
    case 'register':
      return <RegisterScreen {...(place.query ? { query: place.query } : {})} />
    case 'person':
      return <PersonScreen key={place.personId} personId={place.personId} />
    case 'own-record':
      return <OwnRecordScreen key={place.personId} personId={place.personId} />
    case 'household':
      return <HouseholdScreen key={place.number} number={place.number} />
    case 'statistics':
      return <StatisticsScreen place={place} />
    case 'certificates':
      return <CertificatesScreen key={place.list ?? 'issued'} {...(place.list ? { list: place.list } : {})} />
    case 'verify':
      return <VerifyScreen />
    case 'trail':
      return <TrailScreen />
    case 'handover':
      return <HandoverScreen />
    case 'retention':
      return <RetentionScreen />
    case 'sync':
      return <SyncScreen />
    case 'policy':
      return <PolicyScreen />
    case 'settings':
      return <SettingsScreen rebuild={rebuild} />
  }
}
