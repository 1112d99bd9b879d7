import { create } from 'zustand'
import type { User } from '../../shared/people/user.ts'

/** Where the clerk is. Nothing here must survive: what must is in the store. */
export type Place =
  | { readonly screen: 'workbench' }
  | { readonly screen: 'new-matter' }
  | { readonly screen: 'draft'; readonly draftId: string }
  | { readonly screen: 'case'; readonly caseId: string }
  | { readonly screen: 'register'; readonly query?: string }
  | { readonly screen: 'person'; readonly personId: string }
  | { readonly screen: 'own-record'; readonly personId: string }
  | { readonly screen: 'household'; readonly number: string }
  | {
      readonly screen: 'statistics'
      readonly period?: string
      readonly day?: string
      readonly figure?: string
    }
  | { readonly screen: 'certificates'; readonly query?: string; readonly list?: 'issued' | 'void' | 'stock' }
  | { readonly screen: 'verify' }
  | { readonly screen: 'trail' }
  | { readonly screen: 'handover' }
  | { readonly screen: 'retention' }
  | { readonly screen: 'sync' }
  | { readonly screen: 'policy' }
  | { readonly screen: 'settings' }

interface Session {
  readonly user: User | undefined
  /** The desk is being locked: the screens are gone, what they typed is being written. */
  readonly locking: boolean
  readonly place: Place
  readonly back: readonly Place[]
}

export const useSession = create<Session>(() => ({
  user: undefined,
  locking: false,
  place: { screen: 'workbench' },
  back: [],
}))

const longestWayBack = 30

export function goTo(place: Place): void {
  useSession.setState(({ place: here, back }) => ({ place, back: [here, ...back].slice(0, longestWayBack) }))
}

/** Tells where on the screen the clerk is now, so that coming back finds the same: no step of the way back. */
export function stayAt(place: Place): void {
  useSession.setState({ place })
}

export function goBack(): void {
  useSession.setState(({ back: [before, ...rest] }) => ({
    place: before ?? { screen: 'workbench' },
    back: rest,
  }))
}

export function signIn(user: User): void {
  useSession.setState({ user, place: { screen: 'workbench' }, back: [] })
}
