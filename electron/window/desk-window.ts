import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import { logError } from '../diagnostics/error-log.ts'
import { pageOrigin } from '../security/page-path.ts'
import { safeWebPreferences } from '../security/web-preferences.ts'
import { letPageSaveBeforeClosing } from './closing.ts'

const calmGrey = '#eef0f2'

/** Milliseconds before a crashed page is loaded again: a page that crashes at once must not spin. */
const breath = 1000

/** Opens the one window; it shows itself when the page has drawn. */
export function openDeskWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    title: '户政台',
    backgroundColor: calmGrey,
    show: false,
    webPreferences: safeWebPreferences(join(import.meta.dirname, 'preload.cjs'), app.isPackaged),
  })
  // No screenshot and no shared screen shows it, where the system can keep that (Windows, macOS).
  window.setContentProtection(app.isPackaged)
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  letPageSaveBeforeClosing(window)
  reloadWhenPageIsGone(window)
  void window.loadURL(`${pageOrigin}/index.html`).catch((error: unknown) => logError('page', error))
  return window
}

/** A page that crashed is loaded again: what was typed is in the database, the clerk goes on. */
function reloadWhenPageIsGone(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return
    logError(`page-${details.reason}`, undefined)
    setTimeout(() => reload(window), breath)
  })
}

function reload(window: BrowserWindow): void {
  if (!window.isDestroyed()) window.webContents.reload()
}
