import { argon2id } from 'hash-wasm'
import type { Actor } from '../../shared/cases/action.ts'
import { samplePassphrase } from '../../shared/people/sample-station.ts'
import type { StartingPackage } from '../../shared/sync/messages.ts'
import type { Random } from './random.ts'

/** Whoever works at the sample station. Two officers, so that a stub can be compared by a second pair of eyes. */
export interface Staff {
  readonly auxiliary: Actor
  readonly officer: Actor
  readonly otherOfficer: Actor
  readonly chief: Actor
  readonly administrator: Actor
  /** From above, who decide at the station's desk when they come by or over the line. */
  readonly county: Actor
  readonly city: Actor
  readonly inspector: Actor
}

export function hireStaff(random: Random): Staff {
  const hire = (name: string, role: Actor['role'], policeNumber: string): Actor => ({
    userId: random.uuid(),
    name,
    role,
    policeNumber,
  })
  return {
    auxiliary: hire('辅警小例', 'auxiliary', 'F990001'),
    officer: hire('样户籍', 'officer', '990011'),
    otherOfficer: hire('乌云样', 'officer', '990012'),
    chief: hire('例所长', 'chief', '990001'),
    administrator: hire('管理样', 'administrator', '990021'),
    inspector: hire('督察例', 'inspector', '990031'),
    county: hire('旗县样', 'county', '990041'),
    city: hire('市局例', 'city', '990051'),
  }
}

/** The users as the package carries them; each passphrase hash has a salt of its own. */
export async function usersOf(
  staff: Staff,
  station: string,
  random: Random,
): Promise<StartingPackage['users']> {
  const users: StartingPackage['users'] = []
  for (const { userId, name, role, policeNumber } of Object.values(staff) as Actor[]) {
    const passphraseHash = await hashPassphrase(random.bytes(16))
    users.push({ id: userId, name, role, policeNumber, station, passphraseHash })
  }
  return users
}

/** Argon2id with 19 MiB, two passes and one lane, as the standard encoded string. */
function hashPassphrase(salt: Uint8Array): Promise<string> {
  return argon2id({
    password: samplePassphrase,
    salt,
    parallelism: 1,
    iterations: 2,
    memorySize: 19 * 1024,
    hashLength: 32,
    outputType: 'encoded',
  })
}
