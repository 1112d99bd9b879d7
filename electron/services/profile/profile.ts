import { join } from 'node:path'
import { z } from 'zod'
import { stationNameSchema, type StationName } from '../../../shared/people/station.ts'
import { readJsonFile } from '../../disk/read-json-file.ts'
import { writeWholeFile } from '../../disk/write-whole-file.ts'
import { deviceNameOf } from './device-name.ts'

const profileSchema = z.object({
  /** Fixed when the folder is first used: a practice folder never turns into a working one, nor back. */
  sample: z.boolean(),
  /** The blocks of numbers in its package that name no machine are this one's: the first of a practice station. */
  firstBlocks: z.boolean().default(false),
  deviceId: z.uuid(),
  device: z.string().min(1).max(40),
  cityAddress: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
  /** Whose desk it is, once it was set up; shown before anybody has signed in. */
  station: stationNameSchema.optional(),
  /** Where the PKCS #11 module of the station's smart cards lies; none where no cards are used. */
  cardModule: z.string().max(300).optional(),
  /** When it took a broken machine's place, ISO 8601 UTC. */
  restoredAt: z.iso.datetime().optional(),
})
export type StoredProfile = z.infer<typeof profileSchema>

/** What this desk is: which folder, which station, which city. */
export interface Profile extends StoredProfile {
  readonly dataFolder: string
}

/** What the desk is started with; an address given at the start is used and not kept. */
interface FirstUse {
  readonly sample: boolean
  readonly firstBlocks: boolean
  readonly newDeviceId: () => string
  readonly cityAddress: string | undefined
}

/** Reads `profile.json`, or makes it at first use. Rejects when the file is damaged. */
export async function openProfile(dataFolder: string, first: FirstUse): Promise<Profile> {
  const stored = (await readProfile(dataFolder)) ?? (await createProfile(dataFolder, first))
  return { ...stored, cityAddress: originOf(first.cityAddress ?? stored.cityAddress), dataFolder }
}

function profilePath(dataFolder: string): string {
  return join(dataFolder, 'profile.json')
}

/** Undefined where no program has used the folder yet. Rejects when the file is damaged. */
export function readProfile(dataFolder: string): Promise<StoredProfile | undefined> {
  return readJsonFile(profilePath(dataFolder), profileSchema)
}

export function writeProfile(dataFolder: string, profile: StoredProfile): Promise<void> {
  return writeWholeFile(profilePath(dataFolder), `${JSON.stringify(profile, null, 2)}\n`)
}

/** What an open profile is opened again with: an address given at the start is still good. */
export function sameUse({ sample, firstBlocks, deviceId, cityAddress }: Profile): FirstUse {
  const address = cityAddress === '' ? undefined : cityAddress
  return { sample, firstBlocks, newDeviceId: () => deviceId, cityAddress: address }
}

/** Keeps what the starting package says about the station. */
export function learnFromPackage(profile: Profile, station: StationName): Promise<Profile> {
  return keepInProfile(profile, { station })
}

/** Keeps where the module of the smart cards lies; '' takes it away. */
export function keepCardModule(profile: Profile, module: string): Promise<Profile> {
  return keepInProfile(profile, { cardModule: module === '' ? undefined : module })
}

async function keepInProfile(profile: Profile, part: Partial<StoredProfile>): Promise<Profile> {
  const stored = profileSchema.parse(await readProfile(profile.dataFolder))
  await writeProfile(profile.dataFolder, { ...stored, ...part })
  return { ...profile, ...part }
}

async function createProfile(dataFolder: string, first: FirstUse): Promise<StoredProfile> {
  const deviceId = first.newDeviceId()
  const device = deviceNameOf(deviceId)
  const { sample, firstBlocks } = first
  const profile = { sample, firstBlocks, deviceId, device, cityAddress: '' }
  await writeProfile(dataFolder, profile)
  return profile
}

function originOf(address: string): string {
  return address === '' ? '' : new URL(address).origin
}
