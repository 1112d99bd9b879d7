/** `npm run fuzz -- --seed N --steps M [--seeds K]`: plays K seeds from N on; stops at the first promise that breaks. */
import 'fake-indexeddb/auto'
import { parseArgs } from 'node:util'
import { startPostgres } from '../server/postgres-cluster.ts'
import { FuzzCity } from './fuzz-city.ts'
import { playSeed } from './fuzz.ts'
import { memoryFolder } from './memory-folder.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    steps: { type: 'string', default: '300' },
  },
})
const first = wholeNumber('seed', values.seed)
const count = wholeNumber('seeds', values.seeds)
const steps = wholeNumber('steps', values.steps)

const cluster = await startPostgres({ under: memoryFolder() })
let filed = 0
let broken: { seed: number; words: string } | undefined
const began = Date.now()
const city = new FuzzCity(cluster)
for (let played = 0; played < count && !broken; played += 1) {
  const seed = first + played
  try {
    filed += await playSeed(city, seed, steps)
  } catch (fault) {
    broken = { seed, words: fault instanceof Error ? fault.message : String(fault) }
    if (fault instanceof Error) console.error(fault.stack)
  }
  if ((played + 1) % 50 === 0) console.log(`${played + 1} seeds, ${filed} actions answered`)
}
await city.stop()
await cluster.stop()
if (broken) {
  console.log(`seed ${broken.seed} (steps ${steps}): ${broken.words}`)
  process.exit(1)
}
const seconds = Math.round((Date.now() - began) / 1000)
console.log(
  `${count} seeds from ${first}, ${steps} steps each: ${filed} actions answered, every promise held (${seconds} s)`,
)

function wholeNumber(name: string, text: string): number {
  const number = Number(text)
  if (Number.isInteger(number) && number > 0) return number
  console.error(`--${name} is a whole number above zero, not “${text}”.`)
  process.exit(2)
}
