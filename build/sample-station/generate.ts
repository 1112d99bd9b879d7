import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { dateInChina, plainDateSchema } from '../../shared/base/plain-date.ts'
import { makeSampleStation } from './sample-station.ts'

/**
 * Writes the sample station: `station.package`, `city.package` (both gzipped JSON) and `fixtures.json`.
 *
 *   npx tsx build/sample-station/generate.ts [--out dist/sample] [--today YYYY-MM-DD] [--seed 20160050]
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'dist/sample' },
    today: { type: 'string', default: dateInChina(new Date().toISOString()) },
    seed: { type: 'string', default: '20160050' },
  },
})

const { stationPackage, cityPackage, fixtures } = await makeSampleStation(
  Number(values.seed),
  plainDateSchema.parse(values.today),
)
mkdirSync(values.out, { recursive: true })
write('station.package', gzipSync(JSON.stringify(stationPackage)))
write('city.package', gzipSync(JSON.stringify(cityPackage)))
write('fixtures.json', `${JSON.stringify(fixtures, undefined, 2)}\n`)

function write(name: string, content: Uint8Array | string): void {
  const path = join(values.out, name)
  writeFileSync(path, content)
  process.stdout.write(`${path}  ${content.length} bytes\n`)
}
