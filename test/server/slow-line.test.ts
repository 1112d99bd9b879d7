import 'fake-indexeddb/auto'
import { beforeAll, expect, it } from 'vitest'
import { badLines, overALine } from '../slow-line/over-a-line.ts'
import { sendADay } from '../slow-line/send-a-day.ts'
import { bundleServer } from './city-process.ts'

let bundle: string
beforeAll(async () => {
  bundle = await bundleServer()
})

/** A short day: `npm run slow-line` sends a whole one, and a backlog. */
const day = { cases: 4, scans: 2 }

it.each(Object.entries(badLines))(
  'over %s with losses, cut among the actions and cut in a scan, a day goes up once, and a cut costs no more than a batch',
  async (_name, badness) => {
    const sent = await overALine({ badness, bundle, seed: 7400, cases: day.cases }, (city) =>
      sendADay({ ...city, ...day }),
    )
    expect(sent.faults).toEqual([])
  },
  // The line sets the pace, and each cut is waited out.
  600_000,
)
