import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { makeCityPackage, makeRegister, makeStation } from '../../builders/reissues.ts'
import { bundleServer, startCity } from '../../server/city-process.ts'
import { startPostgres } from '../../server/postgres-cluster.ts'
import { expectFiledOnce } from './filed-once.ts'
import { percentile, storm, type StormDay } from './clients.ts'
import { makeStormDays } from './days.ts'

/** Cases of one round: five actions each, so a day's hundred. */
const casesAStation = 20

const { values } = parseArgs({
  options: {
    stations: { type: 'string', default: '230' },
    rounds: { type: 'string', default: '3' },
    scans: { type: 'string', default: '20' },
    only: { type: 'string', default: '' },
  },
})
const rounds = Number(values.rounds)
const stations = Array.from({ length: Number(values.stations) }, (_, n) => makeStation(n + 1))

/** A server as a process of its own, so that clients and server share nothing but the machine. */
async function startBare(folder: string, url?: string) {
  const given = ['--import', 'tsx', 'test/bench/storm/bare-server.ts', folder, ...(url ? [url] : [])]
  const child = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^city ready (http:\S+)$/.exec(line)?.[1]
    if (!address) continue
    const close = async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    return { address, close }
  }
  throw new Error('the bare server did not start')
}

/** The city beside the bare server on the same kind of store, round by round; the goals stand in `docs/scale.md`. */
function tellRatios(): void {
  for (const [store, bare, goal] of [
    ['PostgreSQL', 'bare, PostgreSQL', 2.2],
    ['embedded', 'bare, file', 3.5],
  ] as const) {
    const theirs = slowest.get(bare) ?? []
    const ratios = (slowest.get(`city, ${store}`) ?? []).flatMap((ours, round) =>
      theirs[round] ? [ours / theirs[round]] : [],
    )
    if (ratios.length === 0) continue
    const within = ratios.filter((ratio) => ratio <= goal).length
    const told = ratios.map((ratio) => ratio.toFixed(1)).join(', ')
    console.log(
      `city, ${store}: p95 ${told} of the ${bare} (goal ${goal}: ${within} of ${ratios.length} rounds)`,
    )
  }
  console.log('every action is at the city once, after every round')
}

const folder = await mkdtemp(join(tmpdir(), 'storm-'))
/** What one server keeps on disk, scans above all, spares the other no work. */
const ownFolder = () => mkdtemp(join(folder, 'city-'))
const cluster = await startPostgres()
const bundle = await bundleServer()
const cityPackage = makeCityPackage(
  stations.map((station) => ({ station, records: makeRegister(station, casesAStation * rounds) })),
)
const servers = {
  'bare, file': () => startBare(folder),
  'bare, PostgreSQL': async () => startBare(folder, await cluster.newDatabase()),
  'city, PostgreSQL': async () =>
    startCity({ bundle, data: await ownFolder(), cityPackage, databaseUrl: await cluster.newDatabase() }),
  'city, embedded': async () => startCity({ bundle, data: await ownFolder(), cityPackage }),
}
const wanted = Object.entries(servers).filter(([name]) => name.includes(values.only))
const isCity = (name: string) => name.startsWith('city')
/** What each server took for its last station but five in a hundred, round by round, milliseconds. */
const slowest = new Map<string, number[]>()
const sentSoFar: StormDay[] = []
const running = new Map<string, { readonly address: string; close(): Promise<unknown> }>()
try {
  for (const [name, start] of wanted) running.set(name, await start())
  for (let round = 0; round < rounds; round += 1) {
    const days = makeStormDays(stations, { round, casesAStation, scans: Number(values.scans) })
    sentSoFar.push(...days)
    for (const [name, { address }] of running) {
      const result = await storm(address, days, Math.random)
      if (isCity(name)) await expectFiledOnce(address, sentSoFar)
      slowest.set(name, [...(slowest.get(name) ?? []), percentile(result.waits, 0.95)])
      const { waits, statuses, seconds, bytesUp, scansPutOff } = result
      const actions = days.length * casesAStation * 5
      console.log(
        [
          `round ${round + 1}`,
          name.padEnd(18),
          `${Math.round(actions / seconds)} actions/s`,
          `p50 ${Math.round(percentile(waits, 0.5))} ms`,
          `p95 ${Math.round(percentile(waits, 0.95))} ms`,
          `verdicts p95 ${Math.round(percentile(result.verdicts, 0.95))} ms`,
          `${Math.round(bytesUp / actions)} bytes an action`,
          `with scans p95 ${Math.round(percentile(result.days, 0.95))} ms`,
          `${scansPutOff} scans put off`,
          [...statuses].map(([status, count]) => `${status}: ${count}`).join(', '),
        ].join(' · '),
      )
    }
  }
  tellRatios()
} finally {
  for (const { close } of running.values()) await close()
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
}
