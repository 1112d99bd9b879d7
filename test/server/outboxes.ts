import { expect } from 'vitest'
import { must } from '../../shared/base/must.ts'
import type { Action } from '../../shared/cases/action.ts'
import type { CityPackage, CityVerdict } from '../../shared/sync/messages.ts'
import { makeCityPackage, makeRegister, reissueActions, type MadeStation } from '../builders/reissues.ts'
import { fetchOver, sendOver, type CityProcess } from './city-process.ts'

/** The verdicts that stations got, by id. */
export type Acknowledged = Map<string, CityVerdict>

interface Outbox {
  readonly station: MadeStation
  /** The steps of one case each, in their order. */
  readonly batches: readonly (readonly Action[])[]
}

/** What some stations have to send to one city, and what must hold of it whatever befell that city. */
export class Outboxes {
  readonly cityPackage: CityPackage
  private readonly all: readonly Outbox[]

  constructor(stations: readonly MadeStation[], reissues: number) {
    this.cityPackage = makeCityPackage(
      stations.map((station) => ({ station, records: makeRegister(station, reissues) })),
    )
    this.all = stations.map((station) => ({
      station,
      batches: Array.from({ length: reissues }, (_, n) => reissueActions({ station, n })),
    }))
  }

  /** Every station sends its batches one after the other, until the line breaks. */
  async sendUntilTheLineBreaks(address: string, acknowledged: Acknowledged, from = 0): Promise<void> {
    await Promise.all(
      this.all.map(async ({ station, batches }) => {
        for (const batch of batches.slice(from)) {
          const verdicts = await sendOver(address, station, batch)
          if (!verdicts) return
          for (const verdict of verdicts) acknowledged.set(verdict.id, verdict)
        }
      }),
    )
  }

  /** How many of the acknowledged actions the city no longer has. */
  async countMissing({ address }: CityProcess, acknowledged: Acknowledged): Promise<number> {
    const kept = new Set<string>()
    for (const { station } of this.all)
      for (const { action } of await fetchOver(address, station)) kept.add(action.id)
    return [...acknowledged.keys()].filter((id) => !kept.has(id)).length
  }

  /** Nothing acknowledged is missing, nothing is doubled, orders have no gaps, and sending all again comes to everything once. */
  async expectNothingLost({ address }: CityProcess, acknowledged: Acknowledged): Promise<void> {
    for (const { station, batches } of this.all) {
      const filed = await fetchOver(address, station)
      expect(filed.map(({ order }) => order)).toEqual(filed.map((_, at) => at + 1))
      expect(new Set(filed.map(({ action }) => action.id)).size).toBe(filed.length)
      const receipts = new Map(filed.map(({ action, receipt }) => [action.id, receipt]))
      for (const action of batches.flat()) {
        const verdict = acknowledged.get(action.id)
        if (verdict?.outcome === 'accepted') expect(receipts.get(action.id)).toBe(verdict.receipt)
      }
      for (const batch of batches) {
        const again = must(await sendOver(address, station, batch), 'the line is up')
        for (const verdict of again) {
          expect(verdict.outcome).toBe('accepted')
          const before = acknowledged.get(verdict.id)
          if (before) expect(verdict).toEqual(before)
        }
      }
      expect((await fetchOver(address, station)).map(({ action }) => action.id).sort()).toEqual(
        batches
          .flat()
          .map(({ id }) => id)
          .sort(),
      )
    }
  }
}
