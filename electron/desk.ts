import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { app } from 'electron'
import type { Settings } from './settings.ts'
import { openJournal, type Journal } from './services/journal/journal.ts'
import { readStartingPackage, type StartingPackage } from './services/package/starting-package.ts'
import { learnFromPackage, openProfile, type Profile } from './services/profile/profile.ts'
import { openSignIn, writeUsers, type SignIn } from './services/sign-in/sign-in.ts'
import { openTrail, type Trail } from './services/trail/trail.ts'

/** Everything of this desk that lies on disk, open. */
export interface Desk {
  readonly profile: Profile
  readonly journal: Journal
  readonly signIn: SignIn
  readonly trail: Trail
  readonly packagePath: string
}

/** Opens the desk in its data folder; at first use it takes its users and its token from the starting package. */
export async function openDesk(settings: Settings): Promise<Desk> {
  const dataFolder = app.getPath('userData')
  const packagePath = settings.packagePath ?? join(dataFolder, 'station.package')
  const first = { sample: settings.sampleStation, newDeviceId: randomUUID, cityAddress: settings.cityAddress }
  const profile = await openProfile(dataFolder, first)
  const signIn = openSignIn(dataFolder, Date.now)
  const isNew = (await signIn.users()).length === 0
  const content = isNew ? await readStartingPackage(packagePath) : undefined
  return {
    profile: content ? await moveIn(profile, content) : profile,
    journal: await openJournal(dataFolder),
    signIn,
    trail: await openTrail(dataFolder, () => new Date()),
    packagePath,
  }
}

/** The token first: users are what tells the next start that moving in was finished. */
async function moveIn(profile: Profile, content: StartingPackage): Promise<Profile> {
  const { sample, stationToken } = content
  const learned = await learnFromPackage(profile, { sample, stationToken })
  await writeUsers(profile.dataFolder, content.users)
  return learned
}
