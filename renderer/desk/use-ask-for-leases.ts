import { v4 as uuid } from 'uuid'
import type { Lease, LeaseKind } from '../../shared/register/lease.ts'
import type { LeaseRequest } from '../../shared/sync/leases.ts'
import { now, useDesk } from './desk.tsx'

/** Writes down what is wanted of the city, and asks at once when there is a line. */
export function useAskForLeases() {
  const { store, nudge } = useDesk()
  const ask = async (requests: readonly LeaseRequest[]) => {
    const written = await store.write(() => ({ kind: 'leases-asked', requests: [...requests], at: now() }))
    nudge()
    return written
  }
  return {
    askForMore: (kind: LeaseKind, count: number) => ask([{ id: uuid(), want: 'grant', kind, count }]),
    giveBack: (leases: readonly Lease[]) =>
      ask(leases.map(({ id }) => ({ id: uuid(), want: 'return', lease: id }))),
  }
}
