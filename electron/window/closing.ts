import { BrowserWindow, type WebContents } from 'electron'
import { sendEvent } from '../ipc/send-event.ts'

/** How long a page may take to save; drafts are saved with every field, so this is only the last keystrokes. */
const patience = 1000

const closing = new WeakSet<BrowserWindow>()

/** Holds the window open until the page says that everything typed is saved, or a second has passed. */
export function letPageSaveBeforeClosing(window: BrowserWindow): void {
  window.on('close', (event) => {
    if (closing.has(window) || window.webContents.isCrashed()) return
    event.preventDefault()
    closing.add(window)
    sendEvent(window.webContents, 'app.close-requested', {})
    setTimeout(() => closeNow(window), patience)
  })
}

/** The page has saved. A page that was not asked changes nothing. */
export function pageHasSaved(page: WebContents): void {
  const window = BrowserWindow.fromWebContents(page)
  if (window && closing.has(window)) closeNow(window)
}

function closeNow(window: BrowserWindow): void {
  if (!window.isDestroyed()) window.close()
}
