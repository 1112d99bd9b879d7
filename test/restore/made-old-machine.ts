import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { must } from '../../shared/base/must.ts'
import type { StationEntry } from '../../shared/sync/station-entry.ts'
import { suiteNamed } from '../../shared/seal/suites.ts'
import { Keyring } from '../../electron/services/keys/keyring.ts'
import { openSecrets } from '../../electron/services/keys/secrets.ts'
import { keepEntry, lineCertificate } from '../../electron/services/line/machine-certificate.ts'
import type { StartingPackage } from '../../electron/services/package/starting-package.ts'
import { openProfile, writeProfile, type Profile } from '../../electron/services/profile/profile.ts'
import { ownKey } from '../../electron/services/signing/signing.ts'
import { algorithmNamed } from '../../shared/proof/signature-port.ts'
import { copyOldFolder, type TellCopied } from '../../electron/services/restore/copy-old-folder.ts'
import { readOldFolder } from '../../electron/services/restore/old-folder.ts'
import { openOldFolder, type OpenedFolder } from '../../electron/services/restore/open-old-folder.ts'
import { noKeystore, officer } from '../keys/made-keyring.ts'
import { makeDataFolder, type MadeFolder } from '../repair/made-data-folder.ts'

export const oldDevice = 'DB0B0'
const certificate = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'

/** How the city is reached, as the packages of this station say it. */
export const cityEntry: StationEntry = {
  authority: certificate,
  cityKey: 'c'.repeat(64),
  enrolmentCodes: ['2222-3333-4444-5555-6666-7777'],
}

/** The package that the city hands to the new machine. */
export const starting: StartingPackage = {
  sample: true,
  station: { code: officer.station, name: '练习派出所', shortName: '练习所' },
  users: [officer],
  stationToken: 'the new token',
  city: cityEntry,
}

/** The data folder of a machine at work, with everything that its program keeps beside its journal. */
export async function makeOldMachine(): Promise<MadeFolder> {
  const made = await makeDataFolder()
  const { code, name, shortName } = starting.station
  await writeProfile(made.dataFolder, {
    sample: true,
    firstBlocks: true,
    deviceId: 'db0b0c8e-5f5e-4d8f-9a3e-1b1f0a9d7c11',
    device: oldDevice,
    cityAddress: 'https://city.example.invalid:7150',
    station: { code, name, shortName },
  })
  const opened = await new Keyring(made.dataFolder, noKeystore, true).open(officer.id, made.passphrase)
  const { dataKey } = must(opened.ok ? opened : undefined, 'the passphrase opens')
  const secrets = openSecrets(made.dataFolder, suiteNamed('aes-256-gcm'), dataKey)
  await secrets.write('station-token', Buffer.from('the old token'))
  await keepEntry(secrets, { ...cityEntry, enrolmentCodes: [] })
  await lineCertificate(secrets)
  await ownKey(secrets, algorithmNamed('ed25519'))
  return made
}

/** A machine that nobody has set up, with a data folder of its own. */
export interface EmptyMachine {
  readonly folder: string
  readonly profile: Profile
}

export async function makeEmptyMachine(): Promise<EmptyMachine> {
  const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-new-'))
  const newDeviceId = () => '8d5ab591-9bf0-4450-ac3f-e99473e518c5'
  const first = { sample: true, firstBlocks: false, newDeviceId, cityAddress: undefined }
  return { folder, profile: await openProfile(folder, first) }
}

export function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'hukou-desk-copy-'))
  cpSync(folder, copy, { recursive: true })
  return copy
}

export function remove(...folders: readonly string[]): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}

type By = Parameters<typeof openOldFolder>[1]

/** The first half of the guided step: what is in the folder; nothing is changed. */
export async function lookAt(
  old: string,
  { profile }: EmptyMachine,
  by: By,
  { from = starting, keystore = noKeystore } = {},
): ReturnType<typeof openOldFolder> {
  const read = await readOldFolder(old, profile)
  return read.ok ? openOldFolder(read.value, by, from, keystore) : read
}

export const now = () => new Date('2026-03-11T01:00:00.000Z')

/** The second half, up to the mark that the copy is whole. */
export function copyTo(machine: EmptyMachine, opened: OpenedFolder, tell?: TellCopied) {
  return copyOldFolder(opened, machine.profile, { starting, openingCode: '开启码' }, now, tell)
}
