import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { request, Agent } from 'node:http'
import { expect, it } from 'vitest'
import { makeCityPackage, makeRegister, makeStation, reissueActions } from '../../builders/reissues.ts'
import { bundleServer, startCity } from '../city-process.ts'
import { bearer, messageOf } from '../city-under-test.ts'
import { startPostgres } from '../postgres-cluster.ts'
const agent = new Agent({ keepAlive: true, maxSockets: 200 })
function post(address: string, path: string, headers: Record<string, string>, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const r = request(address + path, { method: 'POST', headers: { ...headers, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }, agent }, (m) => { m.resume(); m.on('end', () => resolve(m.statusCode ?? 0)) })
    r.on('error', reject); r.end(body)
  })
}
it.each(['embedded', 'postgres'])('storm %s', async (kind) => {
  const bundle = await bundleServer()
  const data = await mkdtemp(join(tmpdir(), 'city-storm-'))
  const cluster = kind === 'postgres' ? await startPostgres() : undefined
  const stations = Array.from({ length: 200 }, (_, i) => makeStation(i + 1))
  const cityPackage = makeCityPackage(stations.map((station) => ({ station, records: makeRegister(station, 20) })))
  const t0 = performance.now()
  const city = await startCity({ bundle, data, cityPackage, ...(cluster ? { databaseUrl: await cluster.newDatabase() } : {}) })
  console.log(kind, 'start', Math.round(performance.now() - t0))
  const bodies = stations.map((station) => JSON.stringify(messageOf(station, Array.from({ length: 20 }, (_, n) => reissueActions({ station, n })).flat())))
  console.log('bytes/action', Math.round(bodies[0]!.length / 100))
  const start = performance.now()
  const times = await Promise.all(stations.map(async (station, i) => { const t = performance.now(); const s = await post(city.address, '/v1/actions', bearer(station), bodies[i]!); expect(s).toBe(200); return performance.now() - t }))
  const total = performance.now() - start
  times.sort((a, b) => a - b)
  console.log(kind, 'actions/s', Math.round(20000 / (total / 1000)), 'p50', Math.round(times[100]!), 'p95', Math.round(times[190]!), 'max', Math.round(times[199]!))
  const c0 = performance.now(); await city.close(); console.log('close ms', Math.round(performance.now() - c0))
  if (kind === 'embedded') {
    const r0 = performance.now(); const again = await startCity({ bundle, data }); console.log('clean reopen ms', Math.round(performance.now() - r0)); await again.kill()
    const r1 = performance.now(); const third = await startCity({ bundle, data }); console.log('rebuild 20000 actions ms', Math.round(performance.now() - r1)); await third.close()
  }
  await cluster?.stop(); await rm(data, { recursive: true, force: true })
}, 300000)
