import { Alert, Button, Progress, Radio, Select } from 'antd'
import { useEffect, useState } from 'react'
import type { OldFolder } from '../../../shared/ipc/restore-channels.ts'
import { roleNames } from '../../../shared/people/role.ts'
import { enrolmentCodeSchema } from '../../../shared/sync/station-entry.ts'
import { sealedCodec } from '../../local/codec.ts'
import { tallyJournal } from '../../local/tally-journal.ts'
import { station as machine, StationRefused } from '../../station.ts'
import { restoreWords as text } from '../../words/restore-words.ts'
import { tidied } from '../enrolment-panel.tsx'
import { FoundTable, type Found } from './found-table.tsx'
import { Sheet } from './sign-in-screen.tsx'
import { NamedInput } from '../../ui/named-input.tsx'
import './restore.css'

interface RestoreProps {
  readonly back: () => void
  readonly restored: () => void
}

interface HowFar {
  readonly done: number
  readonly total: number
}

const bySheet = 'sheet'

/** One guided step: whose data, what is in it, and only then this machine takes the old one's place. */
export function RestoreScreen({ back, restored }: RestoreProps) {
  const [hasData, setHasData] = useState(true)
  const [folder, setFolder] = useState<OldFolder>()
  const [openingCode, setOpeningCode] = useState('')
  const [enrolmentCode, setEnrolmentCode] = useState('')
  const [opener, setOpener] = useState<string>()
  const [secret, setSecret] = useState('')
  const [found, setFound] = useState<Found>()
  const [reading, setReading] = useState<HowFar>()
  const [copying, setCopying] = useState<HowFar>()
  const [said, setSaid] = useState('')
  useEffect(() => machine.on('restore.progress', setCopying), [])
  const saying = async (work: () => Promise<void>) => {
    setSaid('')
    try {
      await work()
    } catch (fault) {
      if (!(fault instanceof StationRefused)) throw fault
      setSaid(fault.message)
    } finally {
      setReading(undefined)
      setCopying(undefined)
    }
  }
  const choose = () =>
    saying(async () => {
      const answer = await machine.call('restore.choose', {})
      if (answer.outcome === 'cancelled') return
      setFolder(answer)
      setFound(undefined)
      setOpener(answer.accounts.some(({ opensBy }) => opensBy === 'passphrase') ? undefined : bySheet)
    })
  const look = () =>
    saying(async () => {
      const code = enrolmentCodeSchema.safeParse(tidied(enrolmentCode))
      if (enrolmentCode.trim() !== '' && !code.success) return setSaid(text.malformed)
      const answer = await machine.call('restore.open', {
        openingCode,
        ...(code.success ? { enrolmentCode: code.data } : {}),
        by:
          opener === bySheet
            ? { way: 'sheet', code: secret }
            : { way: 'passphrase', userId: opener ?? '', passphrase: secret },
      })
      if (answer.found.journal.entries === 0) return setSaid(text.empty)
      const port = {
        read: async (after: number, limit: number) =>
          (await machine.call('restore.read', { after, limit })).entries,
        last: () => Promise.resolve(answer.found.journal.entries),
      }
      const codec = await sealedCodec(answer.keys)
      const tallied = await tallyJournal(port, codec, (done, total) => setReading({ done, total }))
      if (tallied.ok) setFound({ machine: answer.found, counts: tallied.counts, lastAt: tallied.lastAt })
      else setSaid(text.unreadable[tallied.why](tallied.n))
    })
  const take = () =>
    saying(async () => {
      setCopying({ done: 0, total: 1 })
      await machine.call('restore.copy', {})
      restored()
    })
  const isBusy = reading !== undefined || copying !== undefined
  const submit = async () => {
    if (isBusy) return
    if (!hasData) return back()
    if (!folder) return choose()
    await (found ? take() : look())
  }
  return (
    <Sheet title={text.title} subtitle={found ? text.title : text.explain} submit={submit}>
      <div className="restore-choice">
        <span>{text.which}</span>
        <Radio.Group
          aria-label={text.which}
          value={hasData}
          disabled={isBusy}
          onChange={(event) => setHasData(event.target.value as boolean)}
          options={[
            { value: true, label: text.has },
            { value: false, label: text.hasNot },
          ]}
        />
      </div>
      {hasData ? null : <WithoutData />}
      {hasData && folder ? (
        <ChosenFolder folder={folder} again={isBusy ? undefined : () => void choose()} />
      ) : null}
      {hasData && folder && !found ? (
        <>
          <NamedInput secret autoFocus name={text.openingCode} value={openingCode} tell={setOpeningCode} />
          <NamedInput name={text.enrolmentCode} value={enrolmentCode} tell={setEnrolmentCode} />
          <Select
            aria-label={text.who}
            placeholder={text.who}
            style={{ width: '100%' }}
            value={opener ?? null}
            onChange={(value: string) => setOpener(value)}
            options={openersOf(folder)}
          />
          <NamedInput
            secret
            name={opener === bySheet ? text.recoveryCode : text.passphrase}
            value={secret}
            tell={setSecret}
          />
        </>
      ) : null}
      {hasData && found ? <FoundTable {...found} /> : null}
      {reading ? <p role="status">{text.reading(reading.done, reading.total)}</p> : null}
      {copying ? (
        <div role="status">
          <p>{text.copying}</p>
          <Progress percent={Math.floor((100 * copying.done) / Math.max(copying.total, 1))} />
        </div>
      ) : null}
      {said ? <Alert type="error" role="alert" title={said} /> : null}
      <Button
        type="primary"
        htmlType="submit"
        block
        loading={isBusy}
        disabled={
          hasData && folder !== undefined && !found && (openingCode === '' || !opener || secret === '')
        }
      >
        {hasData ? (folder ? (found ? text.take : text.look) : text.choose) : text.goOn}
      </Button>
      <Button type="link" size="small" disabled={isBusy} onClick={back}>
        {text.back}
      </Button>
    </Sheet>
  )
}

function WithoutData() {
  return (
    <Alert
      type="warning"
      title={text.withoutTitle}
      description={
        <ul className="restore-without">
          {text.without.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      }
    />
  )
}

function ChosenFolder({
  folder,
  again,
}: {
  readonly folder: OldFolder
  readonly again: (() => void) | undefined
}) {
  return (
    <div className="restore-folder">
      <div>
        <div>{text.folderIs(folder.stationName, folder.device)}</div>
        <div className="quiet">{text.chosen(folder.folder)}</div>
      </div>
      <Button size="small" disabled={!again} onClick={again}>
        {text.choose}
      </Button>
    </div>
  )
}

function openersOf({ accounts, hasSheet }: OldFolder) {
  const people = accounts.map(({ id, name, role, policeNumber, opensBy }) => ({
    value: id,
    label: `${name}　${roleNames[role]}　${policeNumber}${opensBy === 'sheet' ? text.sheetOnly : ''}`,
    disabled: opensBy === 'sheet',
  }))
  return hasSheet ? [{ value: bySheet, label: text.sheet }, ...people] : people
}
