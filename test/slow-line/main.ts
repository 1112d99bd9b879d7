/**
 * `npm run slow-line`: a day's work goes up over a bad line and is cut in the middle, once among the actions and once in
 * a scan. Says how long it took, what went over the line and what the cuts cost; ends with 1 when anything is missing,
 * doubled, or cost more than one batch.
 */
import 'fake-indexeddb/auto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeCityPackage, makeRegister, makeStation } from '../builders/reissues.ts'
import { bundleServer, startCity } from '../server/city-process.ts'
import { layBadLink, type Badness } from './bad-link.ts'
import { sendADay, type DaySent } from './send-a-day.ts'

const lines: Readonly<Record<string, Badness>> = {
  '2 Mbit/s': { bitsASecond: 2_000_000, delay: 400, loss: 0.05 },
  '64 kbit/s': { bitsASecond: 64_000, delay: 400, loss: 0.05 },
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    cases: { type: 'string', default: '20' },
    scans: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
})
const day = { cases: Number(values.cases), scans: Number(values.scans) }

async function dayOver(name: string, badness: Badness, bundle: string): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'slow-line-'))
  const station = makeStation(Number(values.seed))
  const records = makeRegister(station, day.cases)
  const link = await layBadLink(badness, Number(values.seed))
  try {
    const cityPackage = makeCityPackage([{ station, records }])
    const city = await startCity({
      bundle,
      data: folder,
      cityPackage,
      host: link.address,
      inside: link.inside,
    })
    const sent = await sendADay({ link, address: city.address, station, records, ...day })
    const { up, down } = await link.count()
    tell(name, sent, up.bytes, down.bytes, (up.lost + down.lost) / (up.packets + down.packets))
    await city.close()
    return sent.faults.length === 0
  } finally {
    await link.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function tell(name: string, sent: DaySent, up: number, down: number, lost: number): void {
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`
  console.log(
    `${name}, 800 ms there and back, 5 % of the packets lost each way (${(lost * 100).toFixed(1)} % were)`,
  )
  console.log(`  ${sent.actions} actions received after ${sent.secondsOfActions} s, ${sent.rounds} rounds`)
  console.log(`  ${sent.scans} scans, ${kilobytes(sent.scanBytes)}, received after ${sent.secondsOfScans} s`)
  console.log(`  on the line: ${kilobytes(up)} up, ${kilobytes(down)} down`)
  console.log(`  the cut among the actions: ${sent.actionsSentAgain} actions went out again (a batch: 100)`)
  console.log(`  the cut in a scan: ${kilobytes(sent.scanBytesSentAgain)} went out again (a batch: 262 kB)`)
  for (const fault of sent.faults) console.log(`  BROKEN: ${fault}`)
}

const bundle = await bundleServer()
const wanted = Object.entries(lines).filter(([name]) => name.includes(values.only))
const good: boolean[] = []
for (const [name, badness] of wanted) good.push(await dayOver(name, badness, bundle))
process.exitCode = good.length > 0 && good.every(Boolean) ? 0 : 1
