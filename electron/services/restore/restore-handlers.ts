import { BrowserWindow, dialog, type WebContents } from 'electron'
import { accepted, refused, type Outcome } from '../../../shared/base/outcome.ts'
import type { ResponseOf } from '../../../shared/ipc/channels.ts'
import { suiteNamed } from '../../../shared/seal/suites.ts'
import { trailDigestOf } from '../../../shared/trail/trail-digest.ts'
import type { Desk } from '../../desk.ts'
import type { Handlers } from '../../ipc/handlers.ts'
import { sendEvent } from '../../ipc/send-event.ts'
import { readEntries } from '../journal/read-entries.ts'
import type { Keystore } from '../keys/keystore.ts'
import { openProfile, sameUse } from '../profile/profile.ts'
import { alreadySetUp, lookAtPackage } from '../set-up/set-up.ts'
import { copyOldFolder, type WayIn } from './copy-old-folder.ts'
import { describeOldFolder, readOldFolder, type ReadFolder } from './old-folder.ts'
import { openOldFolder, type OpenedFolder } from './open-old-folder.ts'
import { takePlace } from './take-place.ts'

type RestoreHandlers = Pick<Handlers, 'restore.choose' | 'restore.open' | 'restore.read' | 'restore.copy'>

/** A machine that is not set up yet takes a broken one's place. Which folder is read the system's own dialog says, never the page. */
export function restoreHandlers(desk: Desk, keystore: Keystore): RestoreHandlers {
  const state: { chosen?: ReadFolder; opened?: OpenedFolder; way?: WayIn } = {}
  const forget = () => {
    state.opened?.dataKey.fill(0)
    delete state.opened
  }
  const whileEmpty = async <Value>(work: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> => {
    if (await desk.keyring.isSetUp()) return refused(alreadySetUp)
    return (await desk.journal.state()).last > 0 ? refused(notEmpty) : work()
  }
  return {
    'restore.choose': (_request, page) =>
      whileEmpty<ResponseOf<'restore.choose'>>(async () => {
        const folder = await askWhich(page)
        if (folder === undefined) return accepted({ outcome: 'cancelled' })
        const read = await readOldFolder(folder, desk.profile)
        if (!read.ok) return read
        forget()
        state.chosen = read.value
        const { machine } = read.value.keyring
        const opensHere = machine === undefined || keystore.open(machine) !== undefined
        return accepted({ outcome: 'found', ...describeOldFolder(read.value, opensHere) })
      }),
    'restore.open': ({ openingCode, enrolmentCode, by }) =>
      whileEmpty(async () => {
        if (!state.chosen) return refused(nothingChosen)
        const looked = await lookAtPackage(desk, openingCode)
        if (!looked.ok) return looked
        const opened = await openOldFolder(state.chosen, by, looked.value, keystore)
        if (!opened.ok) return opened
        forget()
        state.opened = opened.value
        state.way = { starting: looked.value, openingCode, enrolmentCode }
        return accepted({ found: opened.value.found, keys: pageKeysOf(opened.value) })
      }),
    'restore.read': ({ after, limit }) =>
      whileEmpty(async () => {
        if (!state.opened) return refused(nothingChosen)
        const { folder, survey } = state.opened
        return accepted(await readEntries(`${folder}/journal`, survey.places, after, limit))
      }),
    'restore.copy': (_request, page) =>
      whileEmpty(async () => {
        const { opened, way } = state
        if (!opened || !way) return refused(nothingChosen)
        const copied = await copyOldFolder(
          opened,
          desk.profile,
          way,
          () => new Date(),
          (done, total) => sendEvent(page, 'restore.progress', { done, total }),
        )
        if (!copied.ok) return copied
        await takePlace(desk.profile.dataFolder)
        forget()
        await openAnew(desk)
        return copied
      }),
  }
}

/** The desk goes on with the files that have just come. */
async function openAnew(desk: Desk): Promise<void> {
  desk.profile = await openProfile(desk.profile.dataFolder, sameUse(desk.profile))
  await desk.journal.reopen()
  await desk.trail.reopen()
  await desk.trail.choose(trailDigestOf((await desk.keyring.kind()).suite))
}

function pageKeysOf({ keyring, dataKey }: OpenedFolder) {
  const suite = suiteNamed(keyring.suite)
  return {
    suite: keyring.suite,
    records: suite.derive(dataKey, 'records'),
    index: suite.derive(dataKey, 'index'),
  }
}

async function askWhich(page: WebContents): Promise<string | undefined> {
  const window = BrowserWindow.fromWebContents(page)
  const question = { title: '旧机器的数据文件夹', properties: ['openDirectory' as const] }
  const answer = window
    ? await dialog.showOpenDialog(window, question)
    : await dialog.showOpenDialog(question)
  return answer.canceled ? undefined : answer.filePaths[0]
}

const nothingChosen = {
  code: 'nothing-chosen',
  message: '还没有打开旧机器的数据，没有做任何改动。请从选文件夹重新来。',
}
const notEmpty = {
  code: 'not-empty',
  message: '本机的数据文件夹里已经有日志，没有接替，没有做任何改动。请把这个文件夹交给管理员检查。',
}
