import { v4 as uuid } from 'uuid'
import { readSetting } from '../local/read.ts'
import type { LeaseHolder } from '../sync/keep-leases.ts'
import { now } from './desk.tsx'
import { closedDownSetting, outageDaysIn, outageSetting } from './desk-settings.ts'
import type { OpenDesk } from './open-desk.ts'

/** This desk as one that holds blocks of numbers, over the line and by stick alike. */
export function leaseHolderOf({
  store,
  station,
  profile,
}: Pick<OpenDesk, 'store' | 'station' | 'profile'>): LeaseHolder {
  return {
    store,
    station: station.code,
    device: profile.device,
    machine: profile.machine,
    firstBlocks: profile.firstBlocks,
    now,
    newId: uuid,
    wishes: async () => ({
      isClosedDown: (await readSetting(store, closedDownSetting)) === true,
      outageDays: outageDaysIn(await readSetting(store, outageSetting)),
    }),
  }
}
