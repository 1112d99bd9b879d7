import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { algorithmNamed } from '../../shared/proof/signature-port.ts'
import type { CityPackage } from '../../shared/sync/messages.ts'
import type { StationEntry } from '../../shared/sync/station-entry.ts'
import { authorityInFile, identityFiles } from '../../server/certificates/kept-authority.ts'
import { keyInFile } from '../../server/machines/city-key.ts'
import { newEnrolmentCode } from '../../server/machines/enrolment-code.ts'

/** Machines that may enrol at the sample station before somebody has to ask for more codes. */
const machines = 20

export interface Entry {
  /** For the station's package. */
  readonly entry: StationEntry
  /** For the city's. */
  readonly enrolment: NonNullable<CityPackage['stations'][number]['enrolment']>
}

/** Days in which the codes are good: as long as the sample is of any use. */
const codesLastDays = 5 * 366

/**
 * How machines of the sample station come to the sample city. Real keys and codes by chance, new for each folder; they count
 * from the true instant, whatever day the sample is made for, because TLS reads no other clock.
 */
export async function makeEntry(identity: string, now: Date): Promise<Entry> {
  await mkdir(identity, { recursive: true, mode: 0o700 })
  const secret = await keyInFile(join(identity, identityFiles.key))
  const { certificate } = await authorityInFile(join(identity, identityFiles.authority), now.toISOString())
  const codes = Array.from({ length: machines }, newEnrolmentCode)
  const cityKey = algorithmNamed('ed25519').publicKeyOf(secret)
  return {
    entry: { authority: certificate, cityKey, enrolmentCodes: codes },
    enrolment: { codes, until: new Date(now.getTime() + codesLastDays * 24 * 3_600_000).toISOString() },
  }
}
