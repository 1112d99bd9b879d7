import { gzipSync } from 'node:zlib'
import type { Action } from '../../shared/cases/action.ts'
import { protocolVersion, type CityPackage } from '../../shared/sync/messages.ts'
import type { MadeStation } from '../builders/reissues.ts'

export function gzippedPackage(cityPackage: CityPackage): Uint8Array {
  return gzipSync(JSON.stringify(cityPackage))
}

export function bearer({ token }: MadeStation) {
  return { authorization: `Bearer ${token}` }
}

export function messageOf({ code }: MadeStation, actions: readonly Action[]) {
  return { protocol: protocolVersion, station: code, device: 'D1', actions }
}
