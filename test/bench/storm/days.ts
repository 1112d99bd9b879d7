import { gzipSync } from 'node:zlib'
import { v5 as nameBasedUuid } from 'uuid'
import type { Action } from '../../../shared/cases/action.ts'
import { protocolVersion } from '../../../shared/sync/messages.ts'
import { attachAction, attachmentOf, digestOf, makePicture } from '../../builders/pictures.ts'
import { reissueActions, type MadeStation } from '../../builders/reissues.ts'
import { messageOf } from '../../server/station-messages.ts'
import type { Scan, StormDay } from './clients.ts'

const attachNames = '7c0a7a52-8f7e-4c3e-9a57-1504c0de0003'

interface Round {
  /** Counted from 0; a later one goes on behind the cases of those before. */
  readonly round: number
  /** Five actions each. */
  readonly casesAStation: number
  /** Scans of each station, one a case at most. */
  readonly scans: number
}

/** What each station has to send when it comes back. */
export function makeStormDays(
  stations: readonly MadeStation[],
  { round, casesAStation, scans }: Round,
): StormDay[] {
  const pictures = makeScans(round * casesAStation, scans)
  return stations.map((station) => {
    const actions = Array.from({ length: casesAStation }, (_, n) =>
      withScan(station, round * casesAStation + n, pictures[n]),
    ).flat()
    return {
      token: station.token,
      contentType: 'application/json',
      body: gzipSync(JSON.stringify(messageOf(station, actions))),
      scans: pictures,
      question: {
        protocol: protocolVersion,
        station: station.code,
        ids: actions.map(({ id }) => id),
      },
    }
  })
}

/** Scans of some 200 kB; the stations of a round send the same ones, each under its own name. */
function makeScans(first: number, count: number): Scan[] {
  return Array.from({ length: count }, (_, n) => {
    const bytes = makePicture(first + n + 1, 440, 450)
    return { digest: digestOf(bytes), bytes }
  })
}

/** Five actions: where there is a scan to name, naming it takes the place of the handing over. */
function withScan(station: MadeStation, n: number, scan: Scan | undefined): Action[] {
  const walk = reissueActions({ station, n })
  const [accept, ...others] = walk
  if (!scan || !accept) return walk
  const id = nameBasedUuid(`${station.code} attach ${n}`, attachNames)
  return [accept, attachAction(accept, id, [attachmentOf(scan.bytes)]), ...others.slice(0, -1)]
}
