import 'fake-indexeddb/auto'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { build } from 'vite'
import type { City } from '../../server/city.ts'
import { openPostgresCity } from '../../server/open-city.ts'
import { digestOf, makePicture } from '../builders/pictures.ts'
import { addStation, optionsOfTests } from './city-under-test.ts'
import { startPostgres, type PostgresCluster } from './postgres-cluster.ts'
import { acceptWith, scanStates } from './scan-days.ts'
import { StickDesk } from './stick-desk.ts'

/** `npm run bundle` as the city's clerk types it, where the server works on PostgreSQL. */
const commandFolder = join(import.meta.dirname, '../../dist/bundle-under-test')
let cluster: PostgresCluster
let url: string
let city: City
let folder: string
beforeAll(async () => {
  await build({ mode: 'bundle', logLevel: 'error', build: { outDir: commandFolder } })
  cluster = await startPostgres()
  url = await cluster.newDatabase()
  city = await openPostgresCity(url, optionsOfTests)
  folder = await mkdtemp(join(tmpdir(), 'bundle-command-'))
}, 120_000)
afterAll(async () => {
  await city.close()
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
})

async function take(stick: string, answer: string, data: string) {
  const given = ['take', stick, '--answer', answer, '--data', data]
  const child = spawn(process.execPath, [join(commandFolder, 'main.js'), ...given], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [words] = await Promise.all([text(child.stdout), once(child, 'exit')])
  return { words, code: child.exitCode }
}

it('the scans of a stick go to the folder that `--data` names; a name that is none is refused before anything is taken', async () => {
  const station = await addStation(city, 1)
  const desk = new StickDesk(station, 'B1', folder)
  const [stick, answer, data] = [
    join(folder, 'stick.hukou'),
    join(folder, 'answer.hukou'),
    join(folder, 'city'),
  ]
  const picture = makePicture(9900)
  try {
    await desk.open(1)
    await desk.meet(city)
    await acceptWith(desk, 0, [picture])
    await desk.handOver()
    await writeFile(stick, await desk.lastFile())

    expect(await take(stick, answer, data)).toMatchObject({
      code: 1,
      words: expect.stringMatching(/没有 --data/),
    })
    expect(await city.database.query('select 1 from actions where station = $1', [station.code])).toEqual([])

    await mkdir(data)
    expect(await take(stick, answer, data)).toMatchObject({
      code: 0,
      words: expect.stringMatching(/扫描件收到 1 件/),
    })
    expect(await readdir(join(data, 'attachments', station.code))).toEqual([digestOf(picture)])
    expect(await desk.takeIn(answer)).toMatchObject({ ok: true, value: { accepted: 2 } })
    expect(await scanStates(desk)).toEqual(['received'])
  } finally {
    desk.close()
  }
})
