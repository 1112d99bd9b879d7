import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { samplePassphrase } from '../../shared/people/sample-station.ts'
import { practiceCost } from '../../shared/seal/passphrase-key.ts'
import { sealPackage } from '../../shared/sync/package-file.ts'
import { dateInChina, plainDateSchema } from '../../shared/base/plain-date.ts'
import { makeEntry } from './entry.ts'
import { randomFor } from './random.ts'
import { makeSampleStation } from './sample-station.ts'

/**
 * Writes the sample station: `station.package` (sealed under the sample passphrase), `city.package` (gzipped JSON) and `fixtures.json`,
 * and `city-identity/`, the sample city's key and authority, which stay when they are there.
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

const today = plainDateSchema.parse(values.today)
const { stationPackage, cityPackage, fixtures } = await makeSampleStation(Number(values.seed), today)
mkdirSync(values.out, { recursive: true })
const { entry, enrolment } = await makeEntry(join(values.out, 'city-identity'), new Date())
const stations = cityPackage.stations.map((station) => ({ ...station, enrolment }))
const random = randomFor(Number(values.seed), 'package')
const chance = { salt: random.bytes(16), nonce: random.bytes(12) }
const content = gzipSync(JSON.stringify({ ...stationPackage, city: entry }))
write('station.package', await sealPackage(content, samplePassphrase, practiceCost, chance))
write('city.package', gzipSync(JSON.stringify({ ...cityPackage, stations })))
write('fixtures.json', `${JSON.stringify(fixtures, undefined, 2)}\n`)

function write(name: string, content: Uint8Array | string): void {
  const path = join(values.out, name)
  writeFileSync(path, content)
  process.stdout.write(`${path}  ${content.length} bytes\n`)
}
