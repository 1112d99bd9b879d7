import { randomUUID } from 'node:crypto'
import { accepted, refused, type Outcome } from '../../../shared/base/outcome.ts'
import { passphraseFault } from '../../../shared/people/passphrase.ts'
import type { RequestOf } from '../../../shared/ipc/channels.ts'
import type { SuiteName } from '../../../shared/seal/cipher-suite.ts'
import { suiteNamed } from '../../../shared/seal/suites.ts'
import type { Keyring, NewAccount } from '../keys/keyring.ts'
import { keepEntry } from '../line/machine-certificate.ts'
import { openSecrets } from '../keys/secrets.ts'
import { readStartingPackage, type StartingPackage } from '../package/starting-package.ts'
import { learnFromPackage, type Profile } from '../profile/profile.ts'

/** What setting up needs of the machine. */
export interface NewMachine {
  readonly profile: Profile
  readonly packagePath: string
  readonly keyring: Keyring
}

/** Names of the machine's own secrets. */
export const stationTokenSecret = 'station-token'
export const openingCodeSecret = 'opening-code'

/** Opens the package that lies ready; nothing is kept of it yet. */
export async function lookAtPackage(
  { profile, packagePath }: NewMachine,
  openingCode: string,
): Promise<Outcome<StartingPackage>> {
  const read = await readStartingPackage(packagePath, openingCode)
  if (read.kind !== 'open') return refused({ code: read.kind, message: whyNot[read.kind] })
  // A practice station's made-up people never reach a working desk, nor real people a practice desk.
  if (read.content.sample !== profile.sample) {
    return refused({
      code: 'other-purpose',
      message: profile.sample
        ? '这是正式派出所的底册，练习站不能装入，没有做任何改动。'
        : '这是练习站的底册，正式机器不能装入，没有做任何改动。',
    })
  }
  return accepted(read.content)
}

export const alreadySetUp = { code: 'already-set-up', message: '本机已经设置过了。请用自己的账号登录。' }

const whyNot = {
  none: '没有找到本所的底册文件。请把市局给的底册放到数据文件夹后再试。',
  'wrong-code': '开启码不对，或者底册文件损坏，没有装入。请对照市局的开启码单再输入。',
  'not-a-package': '放着的文件不是底册，没有装入。请向市局户政重新领取。',
} as const

/** The guided first step: the key, the first administrator, and everybody of the package waiting to be enabled. */
export async function finishSetUp(
  machine: NewMachine,
  { openingCode, suite, administrator }: RequestOf<'setup.finish'>,
): Promise<Outcome<{ recoveryCode: string }>> {
  const { name, policeNumber, passphrase } = administrator
  const fault = passphraseFault(passphrase, { name, policeNumber })
  if (fault !== undefined) return refused({ code: 'weak-passphrase', message: `${fault}没有设置。` })
  const looked = await lookAtPackage(machine, openingCode)
  if (!looked.ok) return looked
  if (await machine.keyring.isSetUp()) return refused(alreadySetUp)
  const first: NewAccount = {
    user: {
      id: randomUUID(),
      name,
      role: 'administrator',
      policeNumber,
      station: looked.value.station.code,
    },
    passphrase,
    mustChange: false,
  }
  const waiting = looked.value.users.map((user) => ({ user, mustChange: true }))
  const recoveryCode = await moveIn(machine, looked.value, openingCode, suite, [first, ...waiting])
  return accepted({ recoveryCode })
}

/** A practice station sets itself up: everybody has the passphrase that its screens tell. */
export async function setUpPractice(
  machine: NewMachine,
  samplePassphrase: string,
  suite: SuiteName,
): Promise<void> {
  const looked = await lookAtPackage(machine, samplePassphrase)
  if (!looked.ok) return
  const accounts = looked.value.users.map((user) => ({
    user,
    passphrase: samplePassphrase,
    mustChange: false,
  }))
  await moveIn(machine, looked.value, samplePassphrase, suite, accounts)
}

async function moveIn(
  { profile, keyring }: NewMachine,
  content: StartingPackage,
  openingCode: string,
  suite: SuiteName,
  accounts: readonly NewAccount[],
): Promise<string> {
  const { code, name, shortName } = content.station
  await learnFromPackage(profile, { code, name, shortName })
  const { recoveryCode, dataKey } = await keyring.create(suite, accounts, async (key) => {
    const secrets = openSecrets(profile.dataFolder, suiteNamed(suite), key)
    await secrets.write(stationTokenSecret, Buffer.from(content.stationToken, 'utf8'))
    if (content.city) await keepEntry(secrets, content.city)
    await secrets.write(openingCodeSecret, Buffer.from(openingCode, 'utf8'))
  })
  dataKey.fill(0)
  return recoveryCode
}
