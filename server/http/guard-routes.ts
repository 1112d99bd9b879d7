import type { FastifyRequest, RouteOptions } from 'fastify'
import type { City } from '../city.ts'
import { CityFault } from '../faults/city-fault.ts'
import { askCertificate } from './client-certificate.ts'
import { askStationToken } from './station-token.ts'
import { askPresence } from './user-presence.ts'

type OnRequest = (request: FastifyRequest) => Promise<void>

/**
 * The one place where it is asked who comes, before any body is read. With TLS that is the machine's certificate and the
 * station's token, and both must name the same station; without TLS (practice on one machine, or a proxy that asks for
 * certificates itself) it is the token alone. Where people are spoken of, somebody must sit at the machine too.
 */
export function guardRoutes(city: City, withTls: boolean): (route: RouteOptions) => void {
  const known: OnRequest = async (request) => {
    const machine = withTls ? await askCertificate(request, city) : undefined
    const station = await askStationToken(request, city.database)
    if (machine && machine.station !== station) throw otherStationsCertificate()
    request.station = station
    request.machine = machine
  }
  const present: OnRequest = (request) => askPresence(request, city)
  return (route) => {
    const { method, url, schema, config } = route
    const name = `${String(method)} ${url}`
    if (!schema) throw new Error(`${name} has no schema`)
    if (!config?.permission) throw new Error(`${name} does not say who may ask`)
    if (config.permission === 'public') return
    const own = route.onRequest ?? []
    const asked = config.permission === 'person' ? [known, present] : [known]
    route.onRequest = [...asked, ...(Array.isArray(own) ? own : [own])]
  }
}

function otherStationsCertificate(): CityFault {
  const message = '证书和口令不是同一个派出所的，市局没有接收。请站点管理员检查本机的站点设置。'
  return new CityFault(403, { code: 'other-station', field: 'certificate', message })
}
