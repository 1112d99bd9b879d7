import { join } from 'node:path'
import { z } from 'zod'
import { userSchema } from '../../../shared/people/user.ts'
import { authorKeySchema } from '../../../shared/proof/author-key.ts'
import { suiteNames } from '../../../shared/seal/suites.ts'
import { readJsonFile } from '../../disk/read-json-file.ts'
import { writeWholeFile } from '../../disk/write-whole-file.ts'
import { wrapSchema } from './wrap-key.ts'

/** Somebody with an account here. Without a wrap the account opens nothing: not enabled yet, or stopped. */
export const accountSchema = userSchema.extend({
  wrap: wrapSchema.optional(),
  /** The administrator chose the passphrase; the owner chooses another at the first sign-in. */
  mustChange: z.boolean(),
  /** When the account was stopped, ISO 8601. */
  stoppedAt: z.string().optional(),
  /** Public parts of the signing keys that the person had here, oldest first; the last may be in the lock. */
  authorKeys: z.array(authorKeySchema).optional(),
})
export type Account = z.infer<typeof accountSchema>

const keyringSchema = z.object({
  version: z.literal(1),
  suite: z.enum(suiteNames),
  /** The machine's secret, sealed by the system's keystore. */
  machine: z.string().optional(),
  accounts: z.array(accountSchema),
  /** Opened by the code on the recovery sheet in the safe. */
  recovery: wrapSchema.optional(),
})
export type KeyringFile = z.infer<typeof keyringSchema>

export function keyringPath(dataFolder: string): string {
  return join(dataFolder, 'keyring.json')
}

/** Undefined when the machine was not set up yet. Rejects when the file is damaged. */
export function readKeyring(dataFolder: string): Promise<KeyringFile | undefined> {
  return readJsonFile(keyringPath(dataFolder), keyringSchema)
}

/** Old or new, never half: a machine that loses power while a passphrase changes opens with one of the two. */
export function writeKeyring(dataFolder: string, keyring: KeyringFile): Promise<void> {
  return writeWholeFile(keyringPath(dataFolder), `${JSON.stringify(keyring, null, 2)}\n`)
}
