import { Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { roleNames } from '../../shared/people/role.ts'
import { useActor, useDesk } from '../desk/desk.tsx'
import { useBlankSheets } from '../desk/use-blank-sheets.ts'
import { useOutageDays } from '../desk/desk-settings.ts'
import { useDaysLeft } from '../desk/use-leases.ts'
import { useDeliveryCounts } from '../local/hooks.ts'
import { useDigest } from '../local/use-digest.ts'
import { lockDesk } from '../session/lock.ts'
import { goTo, useSession, type Place } from '../session/session.ts'
import { useLine } from '../sync/line-state.ts'
import { useUploads } from '../sync/upload-state.ts'
import { attachmentWords } from '../words/attachment-words.ts'
import { words } from '../words/index.ts'
import { leaseWords } from '../words/lease-words.ts'
import { useKeys } from './keyboard.ts'
import { ExportReasonDialog } from './export-reason-dialog.tsx'
import { SilenceMark } from './silence-mark.tsx'
import { ProofDialog } from './proof-dialog.tsx'

const navigation: readonly {
  readonly label: string
  readonly place: Place
  readonly also?: readonly Place['screen'][]
}[] = [
  { label: words.frame.nav.workbench, place: { screen: 'workbench' }, also: ['case', 'handover'] },
  { label: words.frame.nav.accept, place: { screen: 'new-matter' }, also: ['draft'] },
  {
    label: words.frame.nav.register,
    place: { screen: 'register' },
    also: ['person', 'own-record', 'household'],
  },
  { label: words.frame.nav.certificates, place: { screen: 'certificates' }, also: ['verify'] },
  { label: words.frame.nav.sync, place: { screen: 'sync' } },
  { label: words.frame.nav.policy, place: { screen: 'policy' } },
  { label: words.frame.nav.settings, place: { screen: 'settings' }, also: ['trail', 'retention'] },
  { label: words.frame.nav.statistics, place: { screen: 'statistics' } },
]

/** The frame of every screen: who sits here, where to go, the keys, and the strip that tells what is true of the work. */
export function Frame({ fault, children }: { readonly fault: ReactNode; readonly children: ReactNode }) {
  const place = useSession((session) => session.place)
  const [helping, setHelping] = useState(false)
  const [covered, setCovered] = useState(false)
  useKeys({
    F1: () => setHelping(true),
    F2: () => goTo({ screen: 'new-matter' }),
    F4: () => goTo({ screen: 'certificates' }),
    F10: () => setCovered((before) => !before),
    F7: () => goTo({ screen: 'verify' }),
    'Ctrl+k': () => goTo({ screen: 'register' }),
    'Ctrl+l': leave,
    ...Object.fromEntries(navigation.map(({ place: to }, index) => [`Alt+${index + 1}`, () => goTo(to)])),
  })
  return (
    <div className="frame">
      <Strip />
      <nav className="nav">
        {navigation.map(({ label, place: to, also }, index) => (
          <button
            key={label}
            type="button"
            aria-current={place.screen === to.screen || also?.includes(place.screen) ? 'page' : undefined}
            onClick={() => goTo(to)}
          >
            {label}
            <kbd>Alt-{index + 1}</kbd>
          </button>
        ))}
      </nav>
      <main className={covered ? 'main covered' : 'main'} data-covered={covered}>
        {covered ? <p className="cover-note">{words.frame.covered}</p> : null}
        {fault}
        {children}
      </main>
      <Keys />
      <ProofDialog />
      <ExportReasonDialog />
      <Help open={helping} close={() => setHelping(false)} />
    </div>
  )
}

const toSync = () => goTo({ screen: 'sync' })

/** Computed from rows and receipts; each figure opens its list. */
function Strip() {
  const { store, station, profile, arrivals } = useDesk()
  const { heldBack, putOff } = useStore(arrivals.state)
  const actor = useActor()
  const line = useLine()
  const counts = useDeliveryCounts(store)
  const digest = useDigest(store, actor, profile.device)
  const news = digest ? digest.lines.length + digest.granted.length : 0
  const uploads = useUploads()
  return (
    <header className="strip">
      <span className="who">
        {station.shortName} · {profile.device} · {actor.name}（{roleNames[actor.role]}）
      </span>
      <button type="button" onClick={leave}>
        {words.frame.lock}
      </button>
      <div className="conscience" role="status">
        <button type="button" data-line={line.status} onClick={toSync}>
          {line.status === 'up' ? '● ' : '○ '}
          {words.frame.line[line.status]}
          {line.status === 'down' ? ` ${sinceInWords(line.since)}` : ''}
        </button>
        <SilenceMark open={toSync} />
        <button type="button" data-waiting={counts?.waiting} data-sent={counts?.sent} onClick={toSync}>
          {words.frame.waiting} {counts?.waiting ?? '…'}
        </button>
        {counts?.sent ? (
          <button type="button" onClick={toSync}>
            {words.frame.sent} {counts.sent}
          </button>
        ) : null}
        {counts?.onStick ? (
          <button type="button" data-on-stick={counts.onStick} onClick={toSync}>
            {words.frame.onStick} {counts.onStick}
          </button>
        ) : null}
        {news > 0 ? (
          <button type="button" data-news-count={news} onClick={toSync}>
            ◆ {words.digest.strip} {news}
          </button>
        ) : null}
        {uploads.waiting + uploads.blocked > 0 ? (
          <button type="button" data-uploads={uploads.waiting} onClick={toSync}>
            {attachmentWords.strip(uploads.done, uploads.done + uploads.waiting + uploads.blocked)}
          </button>
        ) : null}
        {heldBack ? (
          <button
            type="button"
            className={putOff ? '' : 'alarm'}
            data-held-back={heldBack.upTo}
            onClick={toSync}
          >
            ▲ {words.largeChange.strip(heldBack.change.removed + heldBack.change.replaced)}
          </button>
        ) : null}
        {counts?.refusedOpen ? (
          <button type="button" className="alarm" onClick={toSync}>
            ✖ {words.frame.refused} {counts.refusedOpen}
          </button>
        ) : null}
        {counts?.handedOn ? (
          <button type="button" data-handed-on={counts.handedOn} onClick={toSync}>
            {words.refusal.handedOnShort} {counts.handedOn}
          </button>
        ) : null}
        {counts?.unjournaled ? (
          <button type="button" className="alarm" onClick={toSync}>
            ▲ {words.frame.unjournaled} {counts.unjournaled}
          </button>
        ) : null}
        <BlankSheets />
      </div>
    </header>
  )
}

/** How many blank certificates this machine may print on, and for how long they last. */
function BlankSheets() {
  const blanks = useBlankSheets()
  const days = useDaysLeft('certificate', blanks?.length ?? 0)
  const outageDays = useOutageDays()
  const few = blanks !== undefined && days !== undefined && days < outageDays
  const lasts =
    days === undefined || !blanks?.length ? '' : few ? leaseWords.stripFew(days) : leaseWords.strip(days)
  return (
    <button
      type="button"
      className={few ? 'alarm' : undefined}
      data-blanks={blanks?.length}
      onClick={() => goTo({ screen: 'certificates', list: 'stock' })}
    >
      {words.frame.blanks} {blanks?.length ?? '…'}
      {lasts ? ` · ${lasts}` : ''}
    </button>
  )
}

function sinceInWords(since: string): string {
  const minutes = Math.floor((Date.now() - Date.parse(since)) / 60_000)
  if (minutes < 1) return ''
  return minutes < 60 ? `${minutes}分` : `${Math.floor(minutes / 60)}小时${minutes % 60}分`
}

/** The keys that work here, and on a practice station what it is, on every screen. */
function Keys() {
  const { sample, profile } = useDesk()
  const { keys } = words.frame
  return (
    <footer className="keys">
      {[keys.help, keys.new, keys.search, keys.materials, keys.print, keys.submit, keys.cover, keys.back].map(
        (key) => (
          <span key={key}>{key}</span>
        ),
      )}
      <span className="banner">
        {profile.runtime === 'verification' ? `${words.verificationRuntime}　` : ''}
        {sample ? words.sampleBanner : ''}
      </span>
    </footer>
  )
}

function Help({ open, close }: { readonly open: boolean; readonly close: () => void }) {
  return (
    <Modal open={open} title={words.help.title} footer={null} onCancel={close}>
      <ul className="findings">
        {words.help.lines.map(([key, meaning]) => (
          <li key={key}>
            <strong>{key}</strong>
            <span>{meaning}</span>
          </li>
        ))}
      </ul>
    </Modal>
  )
}

function leave(): void {
  void lockDesk('left')
}
