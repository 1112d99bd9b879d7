import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { algorithmNamed } from '../../shared/proof/signature-port.ts'
import type { StationEntry } from '../../shared/sync/station-entry.ts'
import { buildApp } from '../../server/app.ts'
import { certifyServer } from '../../server/certificates/authority.ts'
import type { City } from '../../server/city.ts'
import { newEnrolmentCode } from '../../server/machines/enrolment-code.ts'
import { openEmbeddedCity } from '../../server/open-embedded-city.ts'
import { loadPackage } from '../../server/packages/load-package.ts'
import { optionsOfTests } from './city-under-test.ts'
import { makeCityPackage, makeRegister, makeStation, type MadeStation } from '../builders/reissues.ts'

/** A city that speaks TLS on a port, as it ships; its clock is the true one, because TLS reads no other. */
export interface TlsCity {
  readonly city: City
  readonly address: string
  /** Minutes by which the city's clock is off, for what has run out. */
  setClock(minutes: number): void
  close(): Promise<void>
}

export async function openTlsCity(folder?: string, packages: readonly Uint8Array[] = []): Promise<TlsCity> {
  const place = folder ?? (await mkdtemp(join(tmpdir(), 'city-tls-')))
  let off = 0
  const now = () => new Date(Date.now() + off * 60_000).toISOString()
  const city = await openEmbeddedCity(place, { ...optionsOfTests, packages, now })
  const authority = await city.authority()
  const own = await certifyServer(authority, ['127.0.0.1'], now())
  const app = await buildApp({ city, sample: true, tls: { ...own, machineAuthority: authority.certificate } })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  return {
    city,
    address: `https://127.0.0.1:${port}`,
    setClock: (minutes) => {
      off = minutes
    },
    close: async () => {
      app.server.closeAllConnections()
      await app.close()
      await city.close()
      if (folder === undefined) await rm(place, { recursive: true, force: true })
    },
  }
}

/** A station with codes to enrol with, and what its package says about the city. */
export async function addStationWithCodes(
  { city }: TlsCity,
  seed: number,
  codes: number,
  until = '2099-01-01T00:00:00.000Z',
): Promise<{ readonly station: MadeStation; readonly entry: StationEntry }> {
  const { station, cityPackage, enrolmentCodes } = packageWithCodes(seed, codes, until)
  await loadPackage(city.database, cityPackage, city.now())
  return { station, entry: await entryOf(city, enrolmentCodes) }
}

export function packageWithCodes(seed: number, codes: number, until = '2099-01-01T00:00:00.000Z') {
  const station = makeStation(seed)
  const enrolmentCodes = Array.from({ length: codes }, newEnrolmentCode)
  const made = makeCityPackage([{ station, records: makeRegister(station, 6) }])
  const stations = made.stations.map((each) => ({ ...each, enrolment: { codes: enrolmentCodes, until } }))
  return { station, enrolmentCodes, cityPackage: { ...made, stations } }
}

export async function entryOf(city: City, enrolmentCodes: readonly string[]): Promise<StationEntry> {
  const { certificate } = await city.authority()
  const cityKey = algorithmNamed('ed25519').publicKeyOf(await city.secretKey())
  return { authority: certificate, cityKey, enrolmentCodes: [...enrolmentCodes] }
}
