import { z } from 'zod'
import { roleSchema } from '../people/role.ts'
import { userSchema } from '../people/user.ts'
import { suiteNames } from '../seal/suites.ts'
import { bytesSchema } from './bytes.ts'
import { pinSchema } from './card-channels.ts'

const passphrase = z.string().max(200)
const userId = z.string().min(1).max(100)

export const pageKeysSchema = z.object({
  suite: z.enum(suiteNames),
  /** 32 bytes for what rests in the database and the journal. */
  records: bytesSchema,
  /** 32 bytes for the digests that the database is indexed by. */
  index: bytesSchema,
})
export type PageKeys = z.infer<typeof pageKeysSchema>

const signInResultSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('welcome'), user: userSchema, keys: pageKeysSchema }),
  /** The passphrase was chosen by somebody else, or the new one will not do; nothing is open yet. */
  z.object({ outcome: z.literal('must-change'), reason: z.string() }),
  /** `waitSeconds`: how long until the next try is looked at. */
  z.object({ outcome: z.literal('refused'), waitSeconds: z.number().int().min(0), reason: z.string() }),
])
export type SignInResult = z.infer<typeof signInResultSchema>

const accountSchema = userSchema.extend({ state: z.enum(['open', 'waiting', 'first-sign-in', 'stopped']) })
export type AccountState = z.infer<typeof accountSchema>

/** Setting the machine up, signing in, proving it again, and the administrator's accounts. */
export const accountChannels = {
  /** Opens the starting package to see whose it is. Refused: 'no-package', 'wrong-code', 'other-purpose'. */
  'setup.look': {
    request: z.object({ openingCode: passphrase }),
    response: z.object({ stationName: z.string(), people: z.number().int().min(0) }),
  },
  /** Makes the machine's key and its first administrator; the recovery code is told this once. */
  'setup.finish': {
    request: z.object({
      openingCode: passphrase,
      suite: z.enum(suiteNames),
      administrator: z.object({
        name: z.string().trim().min(1).max(50),
        policeNumber: z.string().trim().max(20),
        passphrase,
      }),
    }),
    response: z.object({ recoveryCode: z.string() }),
  },
  'signin.users': {
    request: z.object({}),
    /** `withCard`: ids of those whose lock needs their smart card too. */
    response: z.object({ users: z.array(userSchema), withCard: z.array(z.string()) }),
  },
  /** With `newPassphrase` the passphrase is changed first: after 'must-change', or by the owner's wish. */
  'signin.verify': {
    request: z.object({
      userId,
      passphrase,
      newPassphrase: passphrase.optional(),
      /** Of the smart card, where the lock needs one. */
      pin: pinSchema.optional(),
    }),
    response: signInResultSchema,
  },
  'signin.recover': {
    request: z.object({ userId, code: z.string().max(100), newPassphrase: passphrase }),
    response: signInResultSchema,
  },
  /** The passphrase once more before approving, issuing or exporting; it counts for some minutes. */
  'session.prove': {
    request: z.object({ passphrase }),
    response: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('proved') }),
      z.object({ outcome: z.literal('refused'), waitSeconds: z.number().int().min(0), reason: z.string() }),
    ]),
  },
  /** Wipes the key and loads the page anew. */
  'session.lock': {
    request: z.object({ why: z.enum(['left', 'idle']) }),
    response: z.object({}),
  },
  /** The administrator's list. Refused: 'not-allowed'. */
  'accounts.list': { request: z.object({}), response: z.object({ accounts: z.array(accountSchema) }) },
  'accounts.add': {
    request: z.object({
      name: z.string().trim().min(1).max(50),
      role: roleSchema,
      policeNumber: z.string().trim().max(20),
      firstPassphrase: passphrase,
    }),
    response: z.object({}),
  },
  /** Enables an account, or gives its owner a first passphrase again. */
  'accounts.reset': { request: z.object({ userId, firstPassphrase: passphrase }), response: z.object({}) },
  'accounts.stop': { request: z.object({ userId }), response: z.object({}) },
  'accounts.renew-recovery': { request: z.object({}), response: z.object({ recoveryCode: z.string() }) },
}
