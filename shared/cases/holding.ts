import { z } from 'zod'
import type { Refusal } from '../base/outcome.ts'
import type { User } from '../people/user.ts'
import type { Action, Actor } from './action.ts'

/** Somebody of the station, as a case names its caseworker. */
export const caseworkerSchema = z.strictObject({
  userId: z.string().min(1).max(64),
  name: z.string().min(1).max(50),
  policeNumber: z.string().max(20),
})
export type Caseworker = z.infer<typeof caseworkerSchema>

/**
 * 承办: in whose hands a case is. While somebody holds it, the desk's own steps are that person's, at that machine; the
 * other desks wait. Nobody holds a case that says nothing here.
 */
export const holdingSchema = z.object({
  ...caseworkerSchema.shape,
  /** The machine it is worked on; none until the person who was given the case takes a first step. */
  device: z.string().max(40).optional(),
  /** The action that put it there: who wants to change the holding says which one was seen. */
  actionId: z.string(),
  since: z.string(),
})
export type Holding = z.infer<typeof holdingSchema>

/** Somebody of the station's people, as a step names whom a case or a refusal goes to. */
export function asCaseworker({
  id,
  name,
  policeNumber,
}: Pick<User, 'id' | 'name' | 'policeNumber'>): Caseworker {
  return { userId: id, name, policeNumber }
}

type Person = Pick<Actor, 'userId' | 'policeNumber'>

/** One person may have an account of a different id at each machine; the police number tells. */
export function isSamePerson(one: Person, other: Person): boolean {
  return one.userId === other.userId || (one.policeNumber !== '' && one.policeNumber === other.policeNumber)
}

/** Whether a case with this holding is worked on by somebody else, or by the same person at another machine. */
export function isHeldElsewhere(holding: Holding | undefined, by: Person, device: string): boolean {
  if (!holding) return false
  return !isSamePerson(holding, by) || (holding.device !== undefined && holding.device !== device)
}

/** “由样户籍在 D3F0A 机办理”. */
export function holdingInWords({ name, device }: Holding): string {
  return device === undefined ? `由${name}办理` : `由${name}在 ${device} 机办理`
}

export function heldElsewhere(holding: Holding): Refusal {
  return {
    code: 'held-elsewhere',
    message: `本案${holdingInWords(holding)}，这里不能接着办。要换人的，请${holding.name}交出，或者请所长写明理由接管。`,
  }
}

/** The holding after a step of its holder: from the first one on, the machine is that of the step. */
export function boundToMachine(holding: Holding, { by, device }: Action): Holding {
  return holding.device === undefined && isSamePerson(holding, by) ? { ...holding, device } : holding
}
