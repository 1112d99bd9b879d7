import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { makeCityPackage, makeRegister, makeStation, reissueActions } from '../../builders/reissues.ts'
import { bundleServer, startCity } from '../../server/city-process.ts'
import { messageOf } from '../../server/station-messages.ts'
import { startPostgres } from '../../server/postgres-cluster.ts'
import { percentile, storm, type StormMessage } from './clients.ts'

/** Reissues of one round: five actions each, so a day's hundred. */
const casesAStation = 20

const { values } = parseArgs({
  options: {
    stations: { type: 'string', default: '230' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
  },
})
const rounds = Number(values.rounds)
const stations = Array.from({ length: Number(values.stations) }, (_, n) => makeStation(n + 1))

function messagesOfRound(round: number): StormMessage[] {
  return stations.map((station) => {
    const numbers = Array.from({ length: casesAStation }, (_, n) => round * casesAStation + n)
    const actions = numbers.flatMap((n) => reissueActions({ station, n }))
    return {
      token: station.token,
      contentType: 'application/json',
      body: gzipSync(JSON.stringify(messageOf(station, actions))),
    }
  })
}

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

const folder = await mkdtemp(join(tmpdir(), 'storm-'))
const cluster = await startPostgres()
const bundle = await bundleServer()
const cityPackage = makeCityPackage(
  stations.map((station) => ({ station, records: makeRegister(station, casesAStation * rounds) })),
)
const servers = {
  'bare, file': () => startBare(folder),
  'bare, PostgreSQL': async () => startBare(folder, await cluster.newDatabase()),
  'city, PostgreSQL': async () =>
    startCity({ bundle, data: folder, cityPackage, databaseUrl: await cluster.newDatabase() }),
  'city, embedded': () => startCity({ bundle, data: folder, cityPackage }),
}
const wanted = Object.entries(servers).filter(([name]) => name.includes(values.only))
const running = new Map<string, { readonly address: string; close(): Promise<unknown> }>()
try {
  for (const [name, start] of wanted) running.set(name, await start())
  for (let round = 0; round < rounds; round += 1) {
    const messages = messagesOfRound(round)
    for (const [name, { address }] of running) {
      const { waits, statuses, seconds, bytesUp } = await storm(address, messages, Math.random)
      const actions = messages.length * casesAStation * 5
      console.log(
        [
          `round ${round + 1}`,
          name.padEnd(18),
          `${Math.round(actions / seconds)} actions/s`,
          `p50 ${Math.round(percentile(waits, 0.5))} ms`,
          `p95 ${Math.round(percentile(waits, 0.95))} ms`,
          `${Math.round(bytesUp / actions)} bytes an action`,
          [...statuses].map(([status, count]) => `${status}: ${count}`).join(', '),
        ].join(' · '),
      )
    }
  }
} finally {
  for (const { close } of running.values()) await close()
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
}
