import { randomUUID } from 'node:crypto'
import { v5 as nameBasedUuid } from 'uuid'
import type { LeaseKind } from '../../shared/register/lease.ts'
import { leasesToldSchema, type LeaseRequest, type LeasesTold } from '../../shared/sync/leases.ts'
import type { App } from '../../server/http/fastify-app.ts'
import type { MadeStation } from '../builders/reissues.ts'
import { bearer } from './city-under-test.ts'

const machineNames = '0f1d8a52-3c44-4a58-8f3e-1504c0de0030'

/** The id that a machine of this name at this station would have made. */
export function machineOf({ code }: MadeStation, device: string): string {
  return nameBasedUuid(`${code}/${device}`, machineNames)
}

export function askForSheets(count: number, kind: LeaseKind = 'certificate-blanks'): LeaseRequest {
  return { id: randomUUID(), want: 'grant', kind, count }
}

export function postLeases(
  app: App,
  station: MadeStation,
  device: string,
  requests: readonly LeaseRequest[],
  more: { readonly machine?: string; readonly firstBlocks?: boolean } = {},
) {
  return app.inject({
    method: 'POST',
    url: '/v1/leases',
    headers: bearer(station),
    payload: { station: station.code, device, machine: machineOf(station, device), requests, ...more },
  })
}

/** Asks as a machine does; throws on any answer but 200. */
export async function ask(
  app: App,
  station: MadeStation,
  device: string,
  ...requests: readonly LeaseRequest[]
): Promise<LeasesTold> {
  const answer = await postLeases(app, station, device, requests)
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
  return leasesToldSchema.parse(answer.json())
}
