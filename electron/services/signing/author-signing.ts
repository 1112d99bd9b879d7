import { accepted, refused, type Outcome } from '../../../shared/base/outcome.ts'
import type { Action } from '../../../shared/cases/action.ts'
import type { User } from '../../../shared/people/user.ts'
import {
  authorKeyOf,
  authorMessage,
  signedDigestOf,
  type ActionSignature,
} from '../../../shared/proof/author-key.ts'
import { keyIdOf } from '../../../shared/proof/machine-key.ts'
import type { SignatureAlgorithm } from '../../../shared/proof/signature-port.ts'
import { mostBetweenDesks } from '../../../shared/sync/clock-drift.ts'
import type { MadeAuthorKey } from '../keys/keyring.ts'
import type { OpenSession } from '../session/session.ts'
import { drawSecretKey } from './signing.ts'

/** Where an action is recorded. */
export interface Here {
  readonly station: string
  readonly device: string
}

/** Between an action's own instant and the machine's clock when it is signed: it follows other desks' (`nextInstant`). */
const mostAge = mostBetweenDesks

/** Makes somebody a signing key for this machine; `from` is ISO 8601 UTC. */
export function makeAuthorKey(
  { id: userId, policeNumber, role }: User,
  algorithm: SignatureAlgorithm,
  here: Here,
  from: string,
): MadeAuthorKey {
  const secret = drawSecretKey(algorithm.publicKeyOf)
  return { secret, key: authorKeyOf(secret, algorithm, { ...here, userId, policeNumber, role, from }) }
}

/**
 * Signs actions in the name of whoever is signed in. Refused for what names anybody or anywhere else, and for what is
 * dated otherwise than now: `now` in milliseconds since 1970.
 */
export function signActions(
  { user, author, signature }: Pick<OpenSession, 'user' | 'author' | 'signature'>,
  actions: readonly Action[],
  here: Here,
  now: number,
): Outcome<ActionSignature[]> {
  if (!actions.every((action) => isOwn(action, user, here))) return refused(notOwn)
  if (actions.some(({ at }) => Math.abs(Date.parse(at) - now) > mostAge)) return refused(otherTime)
  const keyId = keyIdOf(signature.publicKeyOf(author))
  const signed = (action: Action) => signature.sign(author, authorMessage(signedDigestOf(action)))
  return accepted(actions.map((action) => ({ id: action.id, keyId, signature: signed(action) })))
}

function isOwn({ by, station, device }: Action, user: User, here: Here): boolean {
  return (
    by.userId === user.id &&
    by.name === user.name &&
    by.role === user.role &&
    by.policeNumber === user.policeNumber &&
    station === here.station &&
    device === here.device
  )
}

const notOwn = {
  code: 'not-own-action',
  message: '这一步写的不是当前登录人或者不是本机，没有签名，也没有记录。请由本人登录后办理。',
}
const otherTime = {
  code: 'other-time',
  message: '这一步的时间和本机时钟不符，没有签名，也没有记录。请管理员校准系统时间后再办。',
}
