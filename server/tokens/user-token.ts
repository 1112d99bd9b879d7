import { presenceMessage } from '../../shared/proof/presence.ts'
import { algorithmOfKey } from '../../shared/proof/signature-port.ts'
import type { AskUserToken, UserToken } from '../../shared/sync/user-token.ts'
import { findAuthorKeys } from '../authors/author-key-rows.ts'
import type { City } from '../city.ts'
import { CityFault } from '../faults/city-fault.ts'
import { isFreshChallenge } from './challenge.ts'
import { readWord, signWord, type Purpose } from './city-word.ts'

/** Short, because it cannot be taken back one by one; long enough that a slow line asks for one in a day's sending, not in each message. */
const userPurpose: Purpose = { audience: 'user', lastsSeconds: 600 }

/** Who sits at a machine, as a token says it. */
interface Person {
  readonly station: string
  readonly device: string
  readonly keyId: string
}

/** A token for whoever signed a fresh challenge with a key on file. 409 for a key that is not, 403 for everything else. */
export async function issueUserToken(city: City, asked: AskUserToken): Promise<UserToken> {
  const { station, device, keyId, presence } = asked
  const keys = await findAuthorKeys(city.database, station)
  const key = keys.find((each) => each.keyId === keyId)
  if (!key) throw new CityFault(409, keyUnknown)
  const message = presenceMessage({ challenge: presence.challenge, station, device, keyId })
  const isThere =
    key.device === device &&
    (await isFreshChallenge(city, presence.challenge)) &&
    algorithmOfKey(key.publicKey)?.verify(key.publicKey, message, presence.signature) === true
  if (!isThere) throw new CityFault(403, notPresent)
  await checkStillThere(city, { station, device, keyId })
  const { word } = await signWord(await city.secretKey(), userPurpose, city.now(), { station, device, keyId })
  return { token: word, lastsSeconds: userPurpose.lastsSeconds }
}

/**
 * Checks the token that came with a question of that station, from that machine when its certificate says which. Somebody
 * who left is turned away at once, however fresh the token is.
 */
export async function checkUserToken(
  city: City,
  token: string,
  { station, device }: { readonly station: string; readonly device: string | undefined },
): Promise<void> {
  const said = await readWord(await city.secretKey(), userPurpose, token, city.now())
  if (!said) throw new CityFault(401, tokenEnded)
  const person = { station: said['station'], device: said['device'], keyId: said['keyId'] } as Person
  if (person.station !== station || (device !== undefined && person.device !== device))
    throw new CityFault(403, otherMachinesToken)
  await checkStillThere(city, person)
}

/**
 * Whether that machine's people have keys on file, also such as have ended: then somebody must be there when people are spoken
 * of. Whoever comes after them reports a key with the station's token alone.
 */
export async function mustBringPerson(
  { database }: City,
  { station, device }: { readonly station: string; readonly device: string },
): Promise<boolean> {
  const rows = await database.query('select 1 from author_keys where station = $1 and device = $2 limit 1', [
    station,
    device,
  ])
  return rows.length > 0
}

export function tokenMissing(): CityFault {
  return new CityFault(401, {
    code: 'user-token-missing',
    message: '本机没有说明是谁在用，市局没有接收。请由在岗人员登录后再同步；本机程序请升级到最新版。',
  })
}

/** 403 when the key has ended or its owner has left. */
async function checkStillThere({ database }: City, { station, device, keyId }: Person): Promise<void> {
  const [row] = await database.query<{ ended_at: Date | string | null; has_left: boolean }>(
    `select key.ended_at, exists (
       select 1 from leavers left_here
       where left_here.station = key.station and left_here.police_number = key.police_number and key.police_number <> ''
     ) as has_left
     from author_keys key where key.station = $1 and key.key_id = $2 and key.device = $3`,
    [station, keyId, device],
  )
  if (!row || row.ended_at !== null) throw new CityFault(403, keyEnded)
  if (row.has_left) throw new CityFault(403, hasLeft)
}

const keyUnknown = {
  code: 'user-key-unknown',
  message: '市局还没有登记您的签名钥匙。本机会自动上报，再同步一次即可；仍不行请站点管理员检查。',
}
const notPresent = {
  code: 'user-not-present',
  message: '没有证明是本人在这台机器上，市局没有接收。请重新登录再试；数据都还在本机。',
}
const tokenEnded = {
  code: 'user-token-ended',
  message: '登录凭证已经到期，市局没有接收。本机会自动换新；仍不行请重新登录。',
}
const otherMachinesToken = {
  code: 'other-machine',
  field: 'user-token',
  message: '登录凭证不是这台机器的，市局没有接收。请重新登录，并报站点管理员。',
}
const keyEnded = {
  code: 'user-key-ended',
  message: '您在这台机器上的签名钥匙已经停用，市局没有接收。请重新登录；数据都还在本机。',
}
const hasLeft = {
  code: 'user-has-left',
  message: '市局登记您已经调离、离职，没有接收。请由在岗人员登录后同步；数据都还在本机。',
}
