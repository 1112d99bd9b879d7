import { accepted, refused, type Outcome } from '../../shared/base/outcome.ts'
import type { Action } from '../../shared/cases/action.ts'
import type { ActionSignature } from '../../shared/proof/author-key.ts'
import type { CityVerdict } from '../../shared/sync/messages.ts'
import type { Queries } from '../database/database.ts'
import { actionDigest } from '../receive/action-digest.ts'
import type { FiledAuthor } from '../receive/filing.ts'
import { findAuthorKeys, type KeyOnFile } from './author-key-rows.ts'
import { isSignedBy } from './verify-signature.ts'

/** Whose hand an action is from: accepted with the signature, or with none where none can be asked for. */
export type CheckAuthor = (action: Action) => Promise<Outcome<FiledAuthor | undefined>>

/** Codes of the refusals below begin with this. */
const authorFault = 'author-'

/** How many of these verdicts refuse because of their author's signature. */
export function countAuthorFaults(verdicts: readonly CityVerdict[]): number {
  return verdicts.filter(
    (verdict) =>
      verdict.outcome === 'refused' && verdict.refusals.some(({ code }) => code.startsWith(authorFault)),
  ).length
}

/** Looks each action's signature up in the message, and its key on file; the keys are read once a message. */
export function checkAuthors(
  queries: Queries,
  station: string,
  signatures: readonly ActionSignature[],
): CheckAuthor {
  const given = new Map(signatures.map((signature) => [signature.id, signature]))
  let read: Promise<KeyOnFile[]> | undefined
  return async (action) => {
    read ??= findAuthorKeys(queries, station)
    return judgeAuthor(action, given.get(action.id), await read)
  }
}

/** A signature counts only whole: by a key of that person on that machine, which had not ended, over that very action. */
export function judgeAuthor(
  action: Action,
  signature: ActionSignature | undefined,
  keys: readonly KeyOnFile[],
): Outcome<FiledAuthor | undefined> {
  const key = keys.find(({ keyId }) => keyId === signature?.keyId)
  if (!signature || !key)
    return mustBeSigned(action, keys) ? refused(signature ? unknownKey : unsigned) : accepted(undefined)
  if (!isOwn(key, action)) return refused(otherPerson)
  if (key.endedAt !== undefined && isAfter(action.at, key.endedAt)) return refused(ended)
  if (!isSignedBy(key.publicKey, actionDigest(action), signature.signature)) return refused(wrong)
  return accepted({ keyId: key.keyId, signature: signature.signature })
}

function isOwn({ device, userId, policeNumber, role }: KeyOnFile, action: Action): boolean {
  const { by } = action
  return (
    device === action.device && userId === by.userId && policeNumber === by.policeNumber && role === by.role
  )
}

/**
 * From the beginning of somebody's first key on, at whatever machine, everything in that person's name is signed; and from
 * the first key of a machine on, everything recorded there, so that nobody gets round it under an invented name.
 */
function mustBeSigned({ by, device, at }: Action, keys: readonly KeyOnFile[]): boolean {
  return keys.some(
    (key) =>
      !isAfter(key.from, at) &&
      (key.device === device ||
        key.userId === by.userId ||
        (by.policeNumber !== '' && key.policeNumber === by.policeNumber)),
  )
}

function isAfter(one: string, other: string): boolean {
  return Date.parse(one) > Date.parse(other)
}

const unsigned = {
  code: `${authorFault}unsigned`,
  message: '这一步没有办理人的签名，市局没有接收。请把本所每台机器都升级，由办理人登录后重新提交。',
}
const unknownKey = {
  code: `${authorFault}key-unknown`,
  message: '签这一步的钥匙市局没有登记，没有接收。请由办理人重新登录，本机同步一次后重新提交。',
}
const otherPerson = {
  code: `${authorFault}other`,
  message: '这一步的签名不是所写办理人在这台机器上的，市局没有接收。请由本人登录后办理，并报市局督察核实。',
}
const ended = {
  code: `${authorFault}key-ended`,
  message: '办理人的签名钥匙在这一步之前已经停用，市局没有接收。请由在岗人员登录后重新提交。',
}
const wrong = {
  code: `${authorFault}wrong`,
  message:
    '这一步和办理人的签名对不上，内容可能被改过，市局没有接收。请由办理人核对后重新提交，并报市局督察。',
}
