import type { WebPreferences } from 'electron'

/** The page is treated as a stranger: sandboxed, without Node, its world apart from the preload's. */
export function safeWebPreferences(preload: string, isPackaged: boolean): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    spellcheck: false,
    devTools: !isPackaged,
    // Timers of sync and drafts must keep their pace while another program is in front.
    backgroundThrottling: false,
  }
}
