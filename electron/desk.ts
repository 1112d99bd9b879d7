import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { app, safeStorage } from 'electron'
import { samplePassphrase } from '../shared/people/sample-station.ts'
import { trailDigestOf } from '../shared/trail/trail-digest.ts'
import type { CameraPermission } from './security/camera-permission.ts'
import type { Settings } from './settings.ts'
import { CardWatch } from './services/cards/card-watch.ts'
import { pkcs11Cards } from './services/cards/pkcs11-cards.ts'
import type { SmartCards } from './services/cards/smart-cards.ts'
import { openJournal, type Journal } from './services/journal/journal.ts'
import { Keyring } from './services/keys/keyring.ts'
import { systemKeystore } from './services/keys/keystore.ts'
import { openProfile, type Profile } from './services/profile/profile.ts'
import { takePlace } from './services/restore/take-place.ts'
import { Session } from './services/session/session.ts'
import { setUpPractice } from './services/set-up/set-up.ts'
import { openSignIn, type SignIn } from './services/sign-in/sign-in.ts'
import { openTrail, type Trail } from './services/trail/trail.ts'

/** Everything of this desk that lies on disk, open; what is sealed opens with a session. */
export interface Desk {
  /** As it is now: setting up tells it whose desk it is. */
  profile: Profile
  readonly journal: Journal
  readonly keyring: Keyring
  readonly signIn: SignIn
  readonly session: Session
  readonly trail: Trail
  readonly camera: CameraPermission
  readonly packagePath: string
  /** The smart cards, by the module that the profile names; none where it names none. */
  readonly cards: () => SmartCards | undefined
  readonly cardWatch: CardWatch
  /** Locks the desk when this card is taken out. */
  readonly watchCard: (serial: string) => void
}

/** Opens the desk in its data folder. A practice desk sets itself up from its package at first use. */
export async function openDesk(
  settings: Settings,
  camera: CameraPermission,
  askToLock: () => void,
): Promise<Desk> {
  const dataFolder = app.getPath('userData')
  const packagePath = settings.packagePath ?? join(dataFolder, 'station.package')
  const { sampleStation: sample, anotherMachine, takesPlace, cityAddress } = settings
  const first = {
    sample,
    firstBlocks: sample && !anotherMachine && !takesPlace,
    newDeviceId: randomUUID,
    cityAddress,
  }
  // Taking a broken machine's place may have been cut off in the middle.
  await takePlace(dataFolder)
  const profile = await openProfile(dataFolder, first)
  const keyring = new Keyring(dataFolder, systemKeystore(safeStorage), profile.sample)
  if (profile.sample && !takesPlace && !(await keyring.isSetUp())) {
    await setUpPractice({ profile, packagePath, keyring }, samplePassphrase, settings.practiceSuite)
  }
  const trail = await openTrail(dataFolder, () => new Date())
  // A machine that was set up before its trail knew of SM3 goes on by it from here.
  if (await keyring.isSetUp()) await trail.choose(trailDigestOf((await keyring.kind()).suite))
  const cards = () => {
    const module = desk.profile.cardModule
    return module === undefined ? undefined : pkcs11Cards(module)
  }
  const cardWatch = new CardWatch(cards)
  const desk: Desk = {
    profile: await openProfile(dataFolder, first),
    journal: await openJournal(dataFolder),
    keyring,
    signIn: openSignIn(dataFolder, keyring, Date.now),
    session: new Session(dataFolder, Date.now),
    trail,
    camera,
    packagePath,
    cards,
    cardWatch,
    watchCard: (serial) => cardWatch.begin(serial, askToLock),
  }
  return desk
}
