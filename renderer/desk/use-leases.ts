import { useMemo } from 'react'
import { isHeldBy } from '../../shared/register/draw-numbers.ts'
import type { Lease } from '../../shared/register/lease.ts'
import { codeSupplyOf, type CodeSupply } from '../../shared/register/code-supply.ts'
import { daysLeft, paceOf } from '../../shared/register/pace.ts'
import type { SheetRecord } from '../../shared/register/record.ts'
import type { LeaseRequest } from '../../shared/sync/leases.ts'
import { useLive } from '../local/live.ts'
import { isLent, readLeaseRequests, readLeases } from '../local/read-leases.ts'
import { sheetIndex } from '../search/certificate-index.ts'
import { now, today, useDesk } from './desk.tsx'
import { useRegisterRevision } from './use-register-revision.ts'

const everySheet = 1_000_000

export interface Lent {
  /** False at a desk that never heard of blocks: it draws from the station's stock as before. */
  readonly isLent: boolean
  /** The station's open blocks, whoever holds them. */
  readonly leases: readonly Lease[]
  /** What was asked of the city and is not answered yet. */
  readonly requests: readonly LeaseRequest[]
}

/** Undefined until it is read. */
export function useLent(): Lent | undefined {
  const { store } = useDesk()
  return useLive(
    async () => [
      await store.database.leases.toCollection().primaryKeys(),
      await store.database.leaseRequests.toCollection().primaryKeys(),
      await store.database.meta.get('sequence'),
    ],
    async () => ({
      isLent: await isLent(store),
      leases: await readLeases(store),
      requests: await readLeaseRequests(store),
    }),
    [store],
  )
}

/** This machine's blocks on which something new may be begun now. */
export function ownOf({ leases }: Pick<Lent, 'leases'>, device: string): readonly Lease[] {
  const at = now()
  return leases.filter((lease) => lease.state === 'live' && isHeldBy(lease, device) && at <= lease.until)
}

/** For how many working days so many sheets last at the station's pace; undefined when none were used lately. */
export function useDaysLeft(kind: SheetRecord['kind'], left: number): number | undefined {
  const { store, station } = useDesk()
  const revision = useRegisterRevision()
  const day = today()
  const pace = useMemo(() => {
    const index = sheetIndex(store.register, kind)
    const own = index.search('', ({ station: holder }) => holder === station.code, everySheet).rows
    return { of: paceOf(own, day), revision }
  }, [store, kind, station.code, day, revision])
  return daysLeft(left, pace.of)
}

export interface OwnCodes extends CodeSupply {
  readonly blocks: number
}

/** How it stands with the sequence codes of this machine's blocks. */
export function useOwnCodes(lent: Lent): OwnCodes {
  const { store, profile } = useDesk()
  const revision = useRegisterRevision()
  const day = today()
  const supply = useMemo(() => {
    const blocks = ownOf(lent, profile.device).filter(({ kind }) => kind === 'citizen-sequence')
    const people = [...store.register.all()].flatMap((record) => (record.kind === 'person' ? [record] : []))
    return { of: { ...codeSupplyOf(people, blocks, day), blocks: blocks.length }, revision }
  }, [store, lent, profile.device, day, revision])
  return supply.of
}
