import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Queries } from '../database/database.ts'
import { CityFault } from '../faults/city-fault.ts'

/** SHA-256 of a station's token, 64 hex digits: all that the city keeps of it. */
export function tokenDigest(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex')
}

/** The station whose token came with the request. 401 otherwise, in the same words whether it is missing or wrong. */
export async function askStationToken(request: FastifyRequest, queries: Queries): Promise<string> {
  const token = /^Bearer ([\x21-\x7e]{1,200})$/.exec(request.headers.authorization ?? '')?.[1]
  const station = token === undefined ? undefined : await findStation(queries, token)
  if (station === undefined) throw notKnown()
  return station
}

async function findStation(queries: Queries, token: string): Promise<string | undefined> {
  const digest = tokenDigest(token)
  const rows = await queries.query<{ code: string; token_digest: string }>(
    'select code, token_digest from stations where token_digest = $1',
    [digest],
  )
  return rows.find((row) => timingSafeEqual(Buffer.from(row.token_digest), Buffer.from(digest)))?.code
}

function notKnown(): CityFault {
  const message = '市局不认识本所的口令，没有接收。请站点管理员检查本机的站点设置，数据都还在本机。'
  return new CityFault(401, { code: 'station-not-known', message })
}

/** A station files and fetches its own, and a machine speaks for itself, whatever the message says. */
export function checkOwnStation(request: FastifyRequest, station: string, device?: string): void {
  if (request.station !== station) {
    const message = '口令和派出所代码不一致，市局没有接收。请站点管理员检查本机的站点设置。'
    throw new CityFault(403, { code: 'other-station', field: 'station', message })
  }
  if (device === undefined || !request.machine || request.machine.device === device) return
  const message = '证书和机器编号不一致，市局没有接收。请站点管理员检查本机的站点设置。'
  throw new CityFault(403, { code: 'other-machine', field: 'device', message })
}
