import { Alert, Descriptions } from 'antd'
import type { OldMachine } from '../../../shared/ipc/restore-channels.ts'
import type { EntryCounts } from '../../local/count-entries.ts'
import { dayAndTimeInChina } from '../../ui/clock-time.ts'
import { restoreWords as text } from '../../words/restore-words.ts'

/** What the old machine's data holds, by kind. */
export interface Found {
  readonly machine: OldMachine
  readonly counts: EntryCounts
  /** ISO 8601 UTC; of the last thing that somebody did, where the entries tell. */
  readonly lastAt: string | undefined
}

/** Shown before anything is changed: counts, the last day, and each broken place by its line. */
export function FoundTable({ machine: { journal, trail, scans, lastWrittenAt }, counts, lastAt }: Found) {
  const { broken } = journal
  const counted = [
    ['cases', counts.cases],
    ['actions', counts.actions],
    ['drafts', counts.drafts],
    ['scans', scans],
  ] as const
  const whole = [
    ['lastAt', dayAndTimeInChina(lastAt ?? lastWrittenAt)],
    ['outbox', counts.outbox],
    [
      'entries',
      broken ? text.brokenAt(broken.file, broken.line, journal.entries) : text.lines(journal.entries),
    ],
    ['trail', trail.brokenAt === undefined ? text.lines(trail.links) : text.trailBroken(trail.brokenAt)],
  ] as const
  return (
    <div className="restore-found">
      <Descriptions
        size="small"
        column={2}
        bordered
        data-found
        title={text.found}
        items={[
          ...counted.map(([key, children]) => item(key, children, 1)),
          ...whole.map(([key, children]) => item(key, children, 2)),
        ]}
      />
      {journal.torn ? <Alert type="info" title={text.tornLine} /> : null}
      <Alert type={broken ? 'error' : 'warning'} title={text.isLast} />
    </div>
  )
}

function item(key: keyof typeof text.rows, children: string | number, span: number) {
  return { key, label: text.rows[key], children, span }
}
