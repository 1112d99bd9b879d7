import { join } from 'node:path'
import { app, BrowserWindow, clipboard, dialog, powerMonitor } from 'electron'
import { openDesk } from './desk.ts'
import { logError } from './diagnostics/error-log.ts'
import { watchForErrors } from './diagnostics/watch-for-errors.ts'
import { sendEvent } from './ipc/send-event.ts'
import { serveChannels } from './ipc/serve-channels.ts'
import { registerAppScheme, serveAppProtocol } from './security/app-protocol.ts'
import { CameraPermission } from './security/camera-permission.ts'
import { lockNavigation } from './security/navigation-lock.ts'
import { forbidCoreDumps } from './security/no-core-dumps.ts'
import { blockRemoteContent } from './security/no-remote-content.ts'
import { lockPermissions } from './security/permission-lock.ts'
import { handlersOf } from './services/handlers.ts'
import { readSettings, type Settings } from './settings.ts'
import { openDeskWindow } from './window/desk-window.ts'
import { setMenu } from './window/menu.ts'

const settings = readSettings(process.argv, app.isPackaged)
app.setPath('userData', dataFolderOf(settings))
watchForErrors()
// Root can only run without Chromium's sandbox, and says so with the switch; nobody else should.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerAppScheme()
lockNavigation()

if (app.requestSingleInstanceLock()) app.whenReady().then(startDesk).catch(stopWithReason)
else app.quit()

async function startDesk(): Promise<void> {
  const camera = new CameraPermission(Date.now)
  lockPermissions(camera)
  blockRemoteContent(app.isPackaged)
  await forbidCoreDumps()
  serveAppProtocol(join(import.meta.dirname, '../renderer'))
  setMenu(app.isPackaged || settings.sampleStation)
  const desk = await openDesk(settings, camera, askToLock)
  await desk.trail.note({ what: 'started', version: app.getVersion() })
  serveChannels(handlersOf(desk))
  const window = openDeskWindow()
  // A page that is loaded anew (after a lock or a crash) starts with nobody at the desk.
  window.webContents.on('did-navigate', () => {
    desk.session.end()
    camera.close()
    desk.cardWatch.end()
  })
  app.on('second-instance', () => bringToFront(window))
  app.on('window-all-closed', () => app.quit())
  // As at a lock: on Windows what was copied would stay after the program.
  app.on('will-quit', () => clipboard.clear())
  powerMonitor.on('lock-screen', askToLock)
  powerMonitor.on('suspend', askToLock)
  powerMonitor.on('resume', () => sendEvent(window.webContents, 'system.resumed', {}))
}

function askToLock(): void {
  for (const { webContents } of BrowserWindow.getAllWindows())
    sendEvent(webContents, 'session.lock-requested', {})
}

/** A practice desk never writes where a working desk keeps its records. */
function dataFolderOf({ dataFolder, sampleStation }: Settings): string {
  if (dataFolder !== undefined) return dataFolder
  const own = app.getPath('userData')
  return sampleStation ? `${own}-sample` : own
}

function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** The desk could not be opened: its files are damaged or out of reach. Nothing was changed. */
function stopWithReason(error: unknown): void {
  logError('start', error)
  const folder = app.getPath('userData')
  dialog.showErrorBox(
    '户政台没有打开',
    `数据文件夹中的文件读不出来，没有做任何改动。\n请把这个文件夹交给管理员检查：\n${folder}`,
  )
  app.exit(1)
}
