import { session } from 'electron'
import { isOwnPage } from './page-path.ts'

/** The window's session reaches the program's own files and nothing else, whatever a page might ask for. */
export function blockRemoteContent(isPackaged: boolean): void {
  const { defaultSession } = session
  defaultSession.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !mayLoad(details.url, isPackaged) })
  })
  // Spell checking and certificate lists would fetch files of their own.
  defaultSession.setSpellCheckerEnabled(false)
}

/** data: and blob: carry no bytes from outside; the content security policy narrows them to images. */
export function mayLoad(address: string, isPackaged: boolean): boolean {
  if (isOwnPage(address) || /^(data|blob):/.test(address)) return true
  return !isPackaged && address.startsWith('devtools://')
}
