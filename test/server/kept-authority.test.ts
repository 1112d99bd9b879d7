import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorityInFile, identityFiles } from '../../server/certificates/kept-authority.ts'
import { keyInFile } from '../../server/machines/city-key.ts'
import { openPostgresCity } from '../../server/open-city.ts'
import { openEmbeddedCity } from '../../server/open-embedded-city.ts'
import { optionsOfTests } from './city-under-test.ts'
import { startPostgres, type PostgresCluster } from './postgres-cluster.ts'

let cluster: PostgresCluster
let folder: string
beforeAll(async () => {
  cluster = await startPostgres()
  folder = await mkdtemp(join(tmpdir(), 'city-identity-'))
})
afterAll(async () => {
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
})

/** A key and an authority as they are made before a city is, for its packages. */
async function madeBefore(name: string): Promise<string> {
  const made = await mkdtemp(join(folder, name))
  await keyInFile(join(made, identityFiles.key))
  await authorityInFile(join(made, identityFiles.authority), new Date().toISOString())
  return made
}

it('two processes of a city that ask at once sign with one authority', async () => {
  const url = await cluster.newDatabase()
  const cities = await Promise.all([
    openPostgresCity(url, optionsOfTests),
    openPostgresCity(url, optionsOfTests),
  ])
  const [one, other] = await Promise.all(cities.map((city) => city.authority()))
  expect(one).toEqual(other)
  await Promise.all(cities.map((city) => city.close()))
})

describe.each([
  [
    'PostgreSQL',
    async () => {
      const url = await cluster.newDatabase()
      return (identity: string) => openPostgresCity(url, { ...optionsOfTests, identity })
    },
  ],
  [
    'the embedded store',
    async () => {
      const place = await mkdtemp(join(folder, 'city'))
      return (identity: string) => openEmbeddedCity(place, { ...optionsOfTests, identity })
    },
  ],
] as const)('a city on %s', (_name, prepare) => {
  it('takes over the identity that its packages name, and never another one after it', async () => {
    const open = await prepare()
    const own = await madeBefore('own')
    const city = await open(own)
    expect(Buffer.from(await city.secretKey())).toEqual(await readFile(join(own, identityFiles.key)))
    expect(await city.authority()).toEqual(
      JSON.parse(await readFile(join(own, identityFiles.authority), 'utf8')),
    )
    await city.close()
    await expect(open(await madeBefore('other'))).rejects.toThrow(/another identity/)
    const again = await open(own)
    await again.close()
  })
})

it('keeps what signs certificates for its own account alone', async () => {
  const made = await madeBefore('mode')
  for (const name of Object.values(identityFiles))
    expect((await stat(join(made, name))).mode & 0o777).toBe(0o600)
})
