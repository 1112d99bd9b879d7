/**
 * `npm run slow-line`: a day's work goes up over a bad line and is cut in the middle, once among the actions and once in
 * a scan; and a backlog whose messages were made while there was no line. Says how long it took, what went over the line and
 * what the cuts cost; ends with 1 when anything is missing, doubled, or cost more than one batch.
 * `--only 64` is one line, `--part day` or `--part backlog` one of the two.
 */
import 'fake-indexeddb/auto'
import { parseArgs } from 'node:util'
import { bundleServer } from '../server/city-process.ts'
import type { Badness } from './bad-link.ts'
import { badLines, overALine, type FarCity } from './over-a-line.ts'
import { sendABacklog, type BacklogSent } from './send-a-backlog.ts'
import { sendADay, type DaySent } from './send-a-day.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    cases: { type: 'string', default: '20' },
    scans: { type: 'string', default: '20' },
    backlog: { type: 'string', default: '240' },
    part: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
  },
})
/** A line up to this rate gets the backlog too, bits a second. */
const slow = 64_000
const backlog = Number(values.backlog)
const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`
const bundle = await bundleServer()

const day = { cases: Number(values.cases), scans: Number(values.scans) }

/** Whether nothing was missing, doubled, or cost too much over the line; what was is said. */
async function isGood(
  badness: Badness,
  cases: number,
  work: (city: FarCity) => Promise<readonly string[]>,
): Promise<boolean> {
  const faults = await overALine({ badness, bundle, seed: Number(values.seed), cases }, work)
  for (const fault of faults) console.log(`  BROKEN: ${fault}`)
  return faults.length === 0
}

async function dayOver(name: string, place: FarCity): Promise<readonly string[]> {
  const sent = await sendADay({ ...place, ...day })
  const { up, down } = await place.link.count()
  tell(name, sent, up.bytes, down.bytes, (up.lost + down.lost) / (up.packets + down.packets))
  return sent.faults
}

async function backlogOver(name: string, place: FarCity): Promise<readonly string[]> {
  const sent = await sendABacklog({ ...place, cases: backlog })
  const { up, down } = await place.link.count()
  tellBacklog(name, sent, up.bytes, down.bytes)
  return sent.faults
}

function tellBacklog(name: string, sent: BacklogSent, up: number, down: number): void {
  console.log(`${name}, a backlog with its messages made ahead`)
  console.log(`  ${sent.actions} actions received after ${sent.seconds} s, ${sent.rounds} rounds`)
  console.log(`  in messages of ${sent.messages.join(', ')}; ${kilobytes(up)} up, ${kilobytes(down)} down`)
}

function tell(name: string, sent: DaySent, up: number, down: number, lost: number): void {
  console.log(
    `${name}, 800 ms there and back, 5 % of the packets lost each way (${(lost * 100).toFixed(1)} % were)`,
  )
  console.log(`  ${sent.actions} actions received after ${sent.secondsOfActions} s, ${sent.rounds} rounds`)
  console.log(`  ${sent.scans} scans, ${kilobytes(sent.scanBytes)}, received after ${sent.secondsOfScans} s`)
  console.log(`  on the line: ${kilobytes(up)} up, ${kilobytes(down)} down`)
  console.log(`  the cut among the actions: ${sent.actionsSentAgain} actions went out again (a batch: 100)`)
  console.log(`  the cut in a scan: ${kilobytes(sent.scanBytesSentAgain)} went out again (a batch: 262 kB)`)
}

const wanted = Object.entries(badLines).filter(([name]) => name.includes(values.only))
const good: boolean[] = []
for (const [name, badness] of wanted) {
  if ('day'.includes(values.part))
    good.push(await isGood(badness, day.cases, (place) => dayOver(name, place)))
  // Where a message of a thousand takes long: on the slower line.
  if ('backlog'.includes(values.part) && badness.bitsASecond <= slow)
    good.push(await isGood(badness, backlog, (place) => backlogOver(name, place)))
}
process.exitCode = good.length > 0 && good.every(Boolean) ? 0 : 1
