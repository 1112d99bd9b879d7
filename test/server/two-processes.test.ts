import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import type { Action } from '../../shared/cases/action.ts'
import {
  makeCityPackage,
  makeRegister,
  makeStation,
  reissueActions,
  type MadeStation,
} from '../builders/reissues.ts'
import { bundleServer, fetchOver, sendOver, startCity, type CityProcess } from './city-process.ts'
import { startPostgres, type PostgresCluster } from './postgres-cluster.ts'

const walks = 12
const stations = Array.from({ length: 6 }, (_, n) => makeStation(7000 + n))
const cityPackage = makeCityPackage(
  stations.map((station) => ({ station, records: makeRegister(station, walks) })),
)

/** One address before several servers: each connection goes to the next, and to another one when that does not answer. */
async function balance(
  addresses: readonly string[],
): Promise<{ address: string; close: () => Promise<void> }> {
  const sockets = new Set<Socket>()
  let turn = 0
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    return socket
  }
  const reach = (client: Socket, triesLeft: number): void => {
    turn += 1
    const { hostname, port } = new URL(must(addresses[turn % addresses.length], 'there is a server'))
    const server = keep(connect(Number(port), hostname))
    const giveUp = () => client.destroy()
    server.once('error', triesLeft > 0 ? () => reach(client, triesLeft - 1) : giveUp)
    server.once('connect', () => {
      server.removeAllListeners('error').on('error', giveUp)
      server.on('close', giveUp)
      client.on('error', () => server.destroy()).on('close', () => server.destroy())
      client.pipe(server).pipe(client)
    })
  }
  const balancer: Server = createServer((client) =>
    reach(
      keep(client).on('error', () => undefined),
      1,
    ),
  )
  await new Promise<void>((resolve) => balancer.listen(0, '127.0.0.1', resolve))
  const at = balancer.address()
  return {
    address: `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => balancer.close(resolve))
    },
  }
}

let cluster: PostgresCluster
let bundle: string
let folder: string
beforeAll(async () => {
  cluster = await startPostgres()
  bundle = await bundleServer()
  folder = await mkdtemp(join(tmpdir(), 'two-processes-'))
})
afterAll(async () => {
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Sends each walk until its verdicts come back, as a desk does; counts the tries that came to nothing. */
async function sendWalks(address: string, station: MadeStation, acknowledged: Set<string>): Promise<number> {
  let retries = 0
  for (let n = 0; n < walks; n += 1) {
    const actions: Action[] = reissueActions({ station, n })
    for (;;) {
      const verdicts = await sendOver(address, station, actions)
      if (verdicts) {
        for (const { id, outcome } of verdicts) if (outcome === 'accepted') acknowledged.add(id)
        break
      }
      retries += 1
      await wait(50)
    }
  }
  return retries
}

async function expectEverythingOnce({ address }: Pick<CityProcess, 'address'>, acknowledged: Set<string>) {
  for (const station of stations) {
    const filed = await fetchOver(address, station)
    const sent = Array.from({ length: walks }, (_, n) => reissueActions({ station, n })).flat()
    expect(filed.map(({ action }) => action.id).sort()).toEqual(sent.map(({ id }) => id).sort())
    expect(filed.map(({ order }) => order)).toEqual(filed.map((_, at) => at + 1))
    for (const { id } of sent) expect(acknowledged.has(id)).toBe(true)
  }
}

it('two server processes behind one address, one killed under load: nothing lost, nothing twice, the stations only try again', async () => {
  const databaseUrl = await cluster.newDatabase()
  const first = await startCity({ bundle, data: folder, cityPackage, databaseUrl })
  const second = await startCity({ bundle, data: folder, databaseUrl })
  const { address, close } = await balance([first.address, second.address])
  const acknowledged = new Set<string>()
  const sending = Promise.all(stations.map((station) => sendWalks(address, station, acknowledged)))
  while (acknowledged.size < 60) await wait(5)
  await second.kill()
  await sending
  await expectEverythingOnce({ address }, acknowledged)
  await close()
  await first.close()
})

it('PostgreSQL killed with everything it had in memory: no acknowledged action is missing, the rest is filed when it is back', async () => {
  const databaseUrl = await cluster.newDatabase()
  const city = await startCity({ bundle, data: folder, cityPackage, databaseUrl })
  const acknowledged = new Set<string>()
  const sending = Promise.all(stations.map((station) => sendWalks(city.address, station, acknowledged)))
  while (acknowledged.size < 60) await wait(5)
  const atTheKill = new Set(acknowledged)
  await cluster.killAndRestart()
  const kept = new Set<string>()
  for (const station of stations)
    for (const { action } of await fetchOver(city.address, station)) kept.add(action.id)
  for (const id of atTheKill) expect(kept.has(id), id).toBe(true)
  await sending
  await expectEverythingOnce(city, acknowledged)
  await city.close()
})
