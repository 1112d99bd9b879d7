import { join } from 'node:path'
import { freePort, openSampleDesk, type SampleDesk } from './sample-desk.ts'

export interface TwoSampleDesks {
  readonly one: SampleDesk
  readonly other: SampleDesk
  /** Where both look for their city; none is there yet. */
  readonly port: number
}

/** Two machines of the sample station, nobody signed in. */
export async function openTwoSampleDesks(folder: string): Promise<TwoSampleDesks> {
  const port = await freePort()
  const address = `https://127.0.0.1:${port}`
  const one = await openSampleDesk(join(folder, 'one'), address)
  const other = await openSampleDesk(join(folder, 'other'), address, ['--another-machine'])
  for (const { page } of [one, other]) {
    await page.setViewportSize({ width: 1366, height: 768 })
    // Two programs and a city share the machine.
    page.setDefaultTimeout(90_000)
  }
  return { one, other, port }
}
