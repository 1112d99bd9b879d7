import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { accepted, refused, type Outcome } from '../../../shared/base/outcome.ts'
import type { RequestOf } from '../../../shared/ipc/channels.ts'
import type { OldMachine } from '../../../shared/ipc/restore-channels.ts'
import { suiteNamed } from '../../../shared/seal/suites.ts'
import { verifyTrail } from '../../../shared/trail/trail-chain.ts'
import { listJournalFiles } from '../journal/journal-files.ts'
import { surveyJournal, type Survey } from '../journal/survey.ts'
import { Keyring } from '../keys/keyring.ts'
import type { Keystore } from '../keys/keystore.ts'
import { openSecrets } from '../keys/secrets.ts'
import { readEntry } from '../line/machine-certificate.ts'
import type { StartingPackage } from '../package/starting-package.ts'
import { trailPath } from '../trail/trail.ts'
import type { ReadFolder } from './old-folder.ts'
import { filesToCopy, type FileToCopy } from './files-to-copy.ts'

type By = RequestOf<'restore.open'>['by']

/** The old machine with its data key, proved file by file. */
export interface OpenedFolder extends ReadFolder {
  readonly dataKey: Uint8Array
  readonly survey: Survey
  readonly files: readonly FileToCopy[]
  readonly found: OldMachine
}

/**
 * Opens the old machine's lock, holds its station against the package, and proves journal and trail line by line. Reads
 * only. Refused: 'other-station', 'other-city', 'wrong', 'sheet-needed'.
 */
export async function openOldFolder(
  read: ReadFolder,
  by: By,
  starting: StartingPackage,
  keystore: Keystore,
): Promise<Outcome<OpenedFolder>> {
  const { folder, profile, keyring } = read
  if (profile.station?.code !== starting.station.code) return refused(otherStation(profile.station?.name))
  const opened = await openLock(new Keyring(folder, keystore, profile.sample), by)
  if (!opened.ok) return opened
  const dataKey = opened.value
  const entry = await readEntry(openSecrets(folder, suiteNamed(keyring.suite), dataKey))
  if (entry && starting.city && entry.cityKey !== starting.city.cityKey) {
    dataKey.fill(0)
    return refused(otherCity)
  }
  const survey = await surveyOf(folder)
  const files = await filesToCopy(folder, survey)
  const found: OldMachine = {
    stationName: profile.station.name,
    journal: {
      entries: survey.places.length,
      torn: survey.torn !== undefined,
      ...(survey.broken ? { broken: survey.broken } : {}),
    },
    trail: await proveTrail(folder),
    scans: files.filter(({ part, name }) => part === 'attachments' && name.endsWith('.sealed')).length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    lastWrittenAt: await lastWriteOf(folder),
  }
  return accepted({ ...read, dataKey, survey, files, found })
}

async function openLock(keyring: Keyring, by: By): Promise<Outcome<Uint8Array>> {
  if (by.way === 'sheet') {
    const dataKey = await keyring.openByRecovery(by.code)
    return dataKey ? accepted(dataKey) : refused(wrongSheet)
  }
  const opened = await keyring.open(by.userId, by.passphrase)
  if (opened.ok) {
    opened.author?.fill(0)
    return accepted(opened.dataKey)
  }
  return refused(opened.why === 'wrong' ? wrongPassphrase : sheetNeeded)
}

/** The journal of a folder, proved; a folder without one counts as empty. */
export async function surveyOf(folder: string): Promise<Survey> {
  const journal = join(folder, 'journal')
  return surveyJournal(journal, await listJournalFiles(journal).catch(() => []))
}

async function proveTrail(folder: string): Promise<OldMachine['trail']> {
  const text = await readFile(trailPath(folder), 'utf8').catch(() => '')
  const lines = text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
  const proof = verifyTrail(lines)
  return proof.whole ? { links: proof.links } : { links: lines.length, brokenAt: proof.brokenAt }
}

async function lastWriteOf(folder: string): Promise<string> {
  const journal = join(folder, 'journal')
  const names = await listJournalFiles(journal).catch(() => [])
  const times = await Promise.all(names.map(async (name) => (await stat(join(journal, name))).mtimeMs))
  return new Date(Math.max(0, ...times)).toISOString()
}

const wrongPassphrase = {
  code: 'wrong',
  message: '口令不对，没有打开，没有做任何改动。请核对是谁的口令；口令都忘了就用恢复单。',
}
const wrongSheet = {
  code: 'wrong',
  message: '恢复码不对，没有打开，没有做任何改动。请对照保险柜里的恢复单再输入。',
}
const sheetNeeded = {
  code: 'sheet-needed',
  message:
    '这个账号的口令还要旧机器的系统密钥库或者智能卡才打得开，没有做任何改动。请取保险柜里的恢复单，用恢复码打开。',
}
const otherCity = {
  code: 'other-city',
  message: '底册和旧机器的数据认的不是同一个市局，没有做任何改动。请向市局户政重新领取底册。',
}
const otherStation = (name = '没有设置过的机器') => ({
  code: 'other-station',
  message: `选的文件夹是${name}的数据，和底册不是同一个派出所，没有做任何改动。请核对底册和备份各是哪个所的。`,
})
