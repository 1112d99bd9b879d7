import { useEffect } from 'react'

/** A key as the clerk knows it: `F2`, `Escape`, `Alt+1`, `Ctrl+k`. */
export type KeyName = string

function nameOf(event: KeyboardEvent): KeyName {
  const prefix = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}`
  return `${prefix}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`
}

/** Covering the screen and leaving the desk work whatever lies over the screen. */
const evenOverDialogs: readonly KeyName[] = ['F10', 'Ctrl+l']

function isForDialog({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('[role="dialog"]') !== null
}

/**
 * Binds keys while a screen is shown. A key that is bound is taken from the browser; one pressed in a dialog is the
 * dialog's alone, so that Escape does not leave the screen behind it as well.
 */
export function useKeys(keys: Readonly<Record<KeyName, () => void>>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const name = nameOf(event)
      const act = keys[name]
      if (!act || event.defaultPrevented) return
      if (isForDialog(event) && !evenOverDialogs.includes(name)) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
}
