import { app, BrowserWindow, dialog, type WebContents } from 'electron'
import { accepted } from '../../shared/base/outcome.ts'
import type { StationProfile } from '../../shared/ipc/station-channels.ts'
import type { Desk } from '../desk.ts'
import { runtimeKind } from '../diagnostics/runtime.ts'
import type { Handlers } from '../ipc/handlers.ts'
import { pageHasSaved } from '../window/closing.ts'
import { saveAs, saveExport } from './files/save-file.ts'
import { cityFetch } from './line/city-session.ts'
import { exchange } from './line/line.ts'
import { readStartingPackage, withoutSecrets } from './package/starting-package.ts'
import { listPrinters, print } from './printing/printing.ts'
import type { Profile } from './profile/profile.ts'
import { notedOn } from './trail/noted.ts'

/** Which service answers which channel: the machine on one page. */
export function handlersOf(desk: Desk): Handlers {
  const { profile, journal, signIn, trail } = desk
  const noted = notedOn(trail)
  const city = { address: profile.cityAddress, token: profile.stationToken }
  return {
    'station.profile': async () => accepted(stationProfile(profile)),
    'signin.users': async () => accepted({ users: await signIn.users() }),
    'signin.verify': async ({ userId, passphrase }) =>
      accepted(await noted.signIn(userId, await signIn.verify(userId, passphrase))),
    'trail.note': async (event) => {
      await trail.note(event)
      if (event.what === 'signed-out') noted.signedOut()
      return accepted({})
    },
    'package.read': async () => accepted(await packageForPage(desk.packagePath)),
    'journal.append': ({ entries }) => journal.append(entries),
    'journal.read': async ({ after, limit }) => accepted(await journal.read(after, limit)),
    'journal.state': async () => accepted(await journal.state()),
    'journal.set-aside': () => journal.setAside(stampOf(new Date())),
    'line.exchange': async (request) => accepted(await exchange(cityFetch, city, request)),
    'printing.printers': async (_request, page) => accepted({ printers: await listPrinters(page, profile) }),
    'printing.print': async (request) => {
      await noted.printed(request.printer ?? '')
      return accepted(await print(request, profile))
    },
    'files.save': async ({ suggestedName, bytes, dialog }, page) =>
      accepted(
        await noted.saved(
          suggestedName,
          dialog
            ? await saveAs(suggestedName, bytes, (name) => askWhere(page, name))
            : await saveExport(profile.dataFolder, suggestedName, bytes),
        ),
      ),
    'app.close-ready': async (_request, page) => {
      pageHasSaved(page)
      return accepted({})
    },
  }
}

function stationProfile(profile: Profile): StationProfile {
  return {
    sample: profile.sample,
    device: profile.device,
    cityAddress: profile.cityAddress,
    appVersion: app.getVersion(),
    electronVersion: process.versions.electron,
    runtime: runtimeKind(process.execPath),
    dataFolder: profile.dataFolder,
  }
}

async function packageForPage(path: string): Promise<{ bytes: Uint8Array } | { none: true }> {
  const content = await readStartingPackage(path)
  return content ? { bytes: new Uint8Array(await withoutSecrets(content)) } : { none: true }
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
