import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { samplePassphrase } from '../../shared/people/sample-station.ts'
import { openPackage } from '../../shared/sync/package-file.ts'
import { packageSchema, type StartingPackage } from '../../shared/sync/messages.ts'

interface NamedCertificate {
  readonly key: string
  readonly serialDigits: string
  readonly printYear: number
  readonly holderName: string
  readonly holderCitizenId: string
}

interface NamedUser {
  readonly id: string
  readonly name: string
}

/** What the generator of the sample station says is in it, for tests and the demonstration to find. */
export interface SampleFixtures {
  readonly today: string
  readonly reissuable: NamedCertificate
  readonly familyOfFour: NamedCertificate
  readonly landedAtCityOnly: NamedCertificate
  readonly landedKnown: NamedCertificate
  readonly expired: NamedCertificate
  readonly replacedChain: readonly NamedCertificate[]
  readonly elsewhere: NamedCertificate & { readonly issuerName: string }
  readonly blankSerials: readonly string[]
  readonly blankPrintYear: number
  readonly users: Readonly<
    Record<'auxiliary' | 'officer' | 'otherOfficer' | 'chief' | 'administrator', NamedUser>
  >
  readonly awaitingApprovalCase: string
  readonly printingCase: string
  readonly conflictCase: string
}

export const sampleFolder = join(import.meta.dirname, '../../dist/sample')
export const stationPackage = join(sampleFolder, 'station.package')
export const cityPackage = join(sampleFolder, 'city.package')

export function readFixtures(): SampleFixtures {
  return JSON.parse(readFileSync(join(sampleFolder, 'fixtures.json'), 'utf8')) as SampleFixtures
}

/** The station's package as the machine opens it, secret and all. */
export async function readStationPackage(): Promise<StartingPackage> {
  const opened = await openPackage(readFileSync(stationPackage), samplePassphrase)
  if (!opened.ok) throw new Error(`the sample package does not open: ${opened.why}`)
  return packageSchema.parse(JSON.parse(gunzipSync(opened.content).toString('utf8')))
}
