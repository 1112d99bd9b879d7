import { access } from 'node:fs/promises'
import { app, BrowserWindow, dialog, safeStorage, type WebContents } from 'electron'
import { accepted, refused } from '../../shared/base/outcome.ts'
import type { StationProfile } from '../../shared/ipc/station-channels.ts'
import { permits } from '../../shared/people/role.ts'
import { trailDigestOf } from '../../shared/trail/trail-digest.ts'
import type { Desk } from '../desk.ts'
import { runtimeKind } from '../diagnostics/runtime.ts'
import type { Handlers } from '../ipc/handlers.ts'
import { cameraHandlers } from '../security/camera-handlers.ts'
import { pageHasSaved } from '../window/closing.ts'
import { accountHandlers, mustProve } from './accounts/accounts.ts'
import { bundleHandlers } from './bundle/bundle-handlers.ts'
import { attachmentHandlers } from './attachments/attachment-handlers.ts'
import { cardHandlers } from './cards/card-handlers.ts'
import { saveAs, saveExport } from './files/save-file.ts'
import { arrivalHandlers } from './line/arrival-handlers.ts'
import { cityHandlers } from './line/city-handlers.ts'
import { systemKeystore } from './keys/keystore.ts'
import { cityLines } from './line/city-line.ts'
import { systemProxy } from './line/city-session.ts'
import { readStartingPackage, withoutSecrets } from './package/starting-package.ts'
import { listPrinters, print } from './printing/printing.ts'
import { openProfile, sameUse } from './profile/profile.ts'
import type { OpenSession } from './session/session.ts'
import { restoreHandlers } from './restore/restore-handlers.ts'
import { retentionHandlers } from './retention/retention-handlers.ts'
import { alreadySetUp, finishSetUp, lookAtPackage, openingCodeSecret } from './set-up/set-up.ts'
import { trailHandlers } from './trail/trail-handlers.ts'
import { forSomebodyAt } from './session/for-somebody.ts'
import { authorHandlers } from './signing/author-handlers.ts'
import { proofHandlers } from './signing/proof-handlers.ts'
import { signInHandlers } from './sign-in/sign-in-handlers.ts'

/** Which service answers which channel: the machine on one page. */
export function handlersOf(desk: Desk): Handlers {
  const { journal, session, trail } = desk
  const forSomebody = forSomebodyAt(desk)
  const lineOf = cityLines({ desk, proxyFor: systemProxy, now: Date.now })
  return {
    ...signInHandlers(desk),
    ...accountHandlers(desk),
    ...trailHandlers(desk),
    ...retentionHandlers(desk, Date.now),
    ...restoreHandlers(desk, systemKeystore(safeStorage)),
    ...cityHandlers(desk, forSomebody, lineOf),
    ...arrivalHandlers(desk, forSomebody),
    ...authorHandlers(desk, forSomebody),
    ...proofHandlers(desk, forSomebody),
    ...bundleHandlers(desk, forSomebody),
    ...attachmentHandlers(desk, forSomebody, lineOf),
    ...cameraHandlers(desk, forSomebody),
    ...cardHandlers(desk, forSomebody),
    'station.profile': async () => accepted(await stationProfile(desk)),
    'setup.look': async ({ openingCode }) => {
      if (await desk.keyring.isSetUp()) return refused(alreadySetUp)
      const looked = await lookAtPackage(desk, openingCode)
      if (!looked.ok) return looked
      return accepted({ stationName: looked.value.station.name, people: looked.value.users.length })
    },
    'setup.finish': async (request) => {
      const finished = await finishSetUp(desk, request)
      if (!finished.ok) return finished
      desk.profile = await openProfile(desk.profile.dataFolder, sameUse(desk.profile))
      await trail.note({ what: 'set-up', suite: request.suite })
      await trail.choose(trailDigestOf(request.suite))
      return finished
    },
    'trail.note': (event) =>
      forSomebody(async ({ user }) => {
        await trail.note({ ...event, userId: user.id })
        return accepted({})
      }),
    'package.read': () => forSomebody(async (open) => accepted(await packageForPage(desk, open))),
    'journal.append': ({ entries }) => forSomebody(() => journal.append(entries)),
    'journal.read': ({ after, limit }) => forSomebody(async () => accepted(await journal.read(after, limit))),
    'journal.state': async () => accepted(await journal.state()),
    'journal.set-aside': () => forSomebody(() => journal.setAside(stampOf(new Date()))),
    'checkpoint.keep': (checkpoint) =>
      forSomebody(async ({ checkpoints }) => {
        await checkpoints.keep(checkpoint)
        return accepted({})
      }),
    'checkpoint.last': () =>
      forSomebody(async ({ checkpoints }) => accepted({ n: await checkpoints.last() })),
    'checkpoint.newest': ({ below }) =>
      forSomebody(async ({ checkpoints }) => {
        const checkpoint = await checkpoints.newestBelow(below)
        return accepted(checkpoint ? { checkpoint } : {})
      }),
    'printing.printers': async (_request, page) =>
      accepted({ printers: await listPrinters(page, desk.profile) }),
    'printing.print': (request) =>
      forSomebody(async ({ user }) => {
        const { printer, about } = request
        await trail.note({ what: 'printed', userId: user.id, printer: printer.slice(0, 200), about })
        return accepted(await print(request, desk.profile))
      }),
    'files.save': ({ suggestedName, bytes, dialog, kind, about }, page) =>
      forSomebody(async ({ user }) => {
        if (kind === 'export') {
          if (!permits(user.role, 'export-statistics')) {
            await trail.note({ what: 'refused', userId: user.id, code: 'not-allowed' })
            return refused(mayNotExport)
          }
          if (!session.isFresh()) return refused(mustProve)
        }
        const result = dialog
          ? await saveAs(suggestedName, bytes, (name) => askWhere(page, name))
          : await saveExport(desk.profile.dataFolder, suggestedName, bytes)
        if (result.outcome === 'saved') await trail.note({ what: 'file-saved', userId: user.id, kind, about })
        return accepted(result)
      }),
    'app.close-ready': async (_request, page) => {
      pageHasSaved(page)
      return accepted({})
    },
  }
}

const mayNotExport = {
  code: 'not-allowed',
  message: '您的岗位不能导出名单，没有导出。请户籍民警或所长办理。',
}

async function stationProfile({ profile, keyring, packagePath }: Desk): Promise<StationProfile> {
  return {
    sample: profile.sample,
    device: profile.device,
    machine: profile.deviceId,
    firstBlocks: profile.firstBlocks,
    cityAddress: profile.cityAddress,
    appVersion: app.getVersion(),
    electronVersion: process.versions.electron,
    runtime: runtimeKind(process.execPath),
    dataFolder: profile.dataFolder,
    hasPackage: await isThere(packagePath),
    seal: await keyring.kind(),
    ...(profile.restoredAt === undefined ? {} : { restoredAt: profile.restoredAt }),
    // A profile that knows its station before the keyring stands comes from a set-up that was cut off.
    ...(profile.station && (await keyring.isSetUp()) ? { station: profile.station } : {}),
  }
}

async function packageForPage(
  { packagePath }: Desk,
  { secrets }: OpenSession,
): Promise<{ bytes: Uint8Array } | { none: true }> {
  const code = await secrets.read(openingCodeSecret)
  const read = await readStartingPackage(packagePath, Buffer.from(code ?? []).toString('utf8'))
  return read.kind === 'open' ? { bytes: new Uint8Array(await withoutSecrets(read.content)) } : { none: true }
}

async function askWhere(page: WebContents, suggestedName: string): Promise<string | undefined> {
  const window = BrowserWindow.fromWebContents(page)
  const question = { title: '存为文件', defaultPath: suggestedName }
  const answer = window
    ? await dialog.showSaveDialog(window, question)
    : await dialog.showSaveDialog(question)
  return answer.canceled || answer.filePath === '' ? undefined : answer.filePath
}

/** '20260314T091500': fit for a folder's name on every system. */
function stampOf(now: Date): string {
  return now.toISOString().replaceAll(/[-:]/g, '').slice(0, 15)
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
