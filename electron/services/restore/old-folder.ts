import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import { accepted, refused, type Outcome } from '../../../shared/base/outcome.ts'
import type { OldFolder } from '../../../shared/ipc/restore-channels.ts'
import { isSystemError } from '../../disk/system-error.ts'
import { keyringPath, readKeyring, type Account, type KeyringFile } from '../keys/keyring-file.ts'
import { readProfile, type Profile, type StoredProfile } from '../profile/profile.ts'

/** The data folder of a broken machine, or its copy; nothing in it is ever changed. */
export interface ReadFolder {
  readonly folder: string
  readonly profile: StoredProfile
  readonly keyring: KeyringFile
}

/** What tells a newer program's keyring from a damaged one. */
const versionSchema = z.looseObject({ version: z.number().int().min(2) })

/** Reads who worked at the old machine. `own` is this machine's profile. */
export async function readOldFolder(folder: string, own: Profile): Promise<Outcome<ReadFolder>> {
  if (resolve(folder) === resolve(own.dataFolder)) return refused(refusals.ownFolder)
  const text = await textOrNothing(keyringPath(folder))
  if (text === undefined) return refused(refusals.noDataFolder)
  if (versionSchema.safeParse(jsonOrNothing(text)).success) return refused(refusals.newerProgram)
  const [profile, keyring] = await Promise.all([
    readProfile(folder).catch(() => undefined),
    readKeyring(folder).catch(() => undefined),
  ])
  if (!profile || !keyring) return refused(refusals.damaged)
  if (profile.sample !== own.sample) return refused(refusals.otherPurpose)
  return accepted({ folder, profile, keyring })
}

/** `opensHere`: whether this machine's keystore knows the old one's secret, as after a new disk in the same computer. */
export function describeOldFolder({ folder, profile, keyring }: ReadFolder, opensHere: boolean): OldFolder {
  return {
    folder,
    stationName: profile.station?.name ?? '',
    device: profile.device,
    hasSheet: keyring.recovery !== undefined,
    accounts: keyring.accounts.flatMap((account) => {
      if (!account.wrap || account.stoppedAt !== undefined) return []
      const { id, name, role, policeNumber } = account
      return [{ id, name, role, policeNumber, opensBy: wayOf(account, opensHere) }]
    }),
  }
}

function wayOf({ wrap }: Account, opensHere: boolean): 'passphrase' | 'sheet' {
  return wrap?.card !== undefined || (wrap?.withMachine === true && !opensHere) ? 'sheet' : 'passphrase'
}

async function textOrNothing(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isSystemError(error)) return undefined
    throw error
  }
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

const refusals = {
  ownFolder: {
    code: 'own-folder',
    message: '选的是本机自己的数据文件夹，没有做任何改动。请选旧机器的数据文件夹，或者它的备份。',
  },
  noDataFolder: {
    code: 'no-data-folder',
    message:
      '选的文件夹里没有 keyring.json，不是户政台的数据文件夹，没有做任何改动。请选里面有 journal、trail、keyring.json 的那一层。',
  },
  damaged: {
    code: 'damaged',
    message:
      '旧机器的 keyring.json 或 profile.json 损坏，打不开，没有做任何改动。请换一份备份；没有备份就按“没有旧机器的数据”办。',
  },
  newerProgram: {
    code: 'newer-program',
    message: '这份数据是更新版本的户政台写的，本机程序认不全，没有做任何改动。请先升级本机的户政台。',
  },
  otherPurpose: {
    code: 'other-purpose',
    message: '这份数据和本机一个是练习站、一个是正式机器，不能接替，没有做任何改动。',
  },
} as const
