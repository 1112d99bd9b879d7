import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { must } from '../../../shared/base/must.ts'
import { makeCityPackage } from '../../builders/reissues.ts'
import { startCity } from '../../server/city-process.ts'
import type { PostgresCluster } from '../../server/postgres-cluster.ts'
import { makeWork } from './made-actions.ts'

export interface RunningServer {
  readonly side: 'ours' | 'rxdb' | 'pouchdb'
  readonly store: string
  readonly address: string
  readonly stop: () => Promise<unknown>
}

const peers = join(process.cwd(), 'test/bench/peers')

/** Every side's server in a process of its own: ours and RxDB's on PostgreSQL and on PGlite, PouchDB's on LevelDB. */
export async function startServers(
  bundle: string,
  cluster: PostgresCluster,
  seeds: readonly number[],
  actions: number,
): Promise<RunningServer[]> {
  const works = seeds.map((seed) => makeWork(seed, actions))
  const cityPackage = makeCityPackage(works)
  const city = async (databaseUrl?: string) => {
    const data = await mkdtemp(join(tmpdir(), 'bench-city-'))
    return startCity({ bundle, data, cityPackage, ...(databaseUrl === undefined ? {} : { databaseUrl }) })
  }
  const [onPostgres, embedded] = [await city(await cluster.newDatabase()), await city()]
  const peer = async (file: string, databaseUrl?: string) => startPeer(join(peers, file), databaseUrl)
  return [
    { side: 'ours', store: 'PostgreSQL', address: onPostgres.address, stop: onPostgres.close },
    { side: 'ours', store: 'PGlite', address: embedded.address, stop: embedded.close },
    {
      side: 'rxdb',
      store: 'PostgreSQL',
      ...(await peer('rxdb-server.mjs', await cluster.newDatabase())),
    },
    { side: 'rxdb', store: 'PGlite', ...(await peer('rxdb-server.mjs')) },
    { side: 'pouchdb', store: 'LevelDB', ...(await peer('pouchdb-server.mjs')) },
  ]
}

async function startPeer(file: string, databaseUrl?: string) {
  const child = spawn(process.execPath, [file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) },
  })
  return { address: await readyAddress(child, file), stop: () => end(child) }
}

async function readyAddress(child: ChildProcess, file: string): Promise<string> {
  for await (const line of createInterface({ input: must(child.stdout, 'piped') })) {
    const address = /^ready (\S+)$/.exec(line)?.[1]
    if (address !== undefined) return address
  }
  throw new Error(`${file} did not start`)
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
