import { useEffect } from 'react'

/** A key as the clerk knows it: `F2`, `Escape`, `Alt+1`, `Ctrl+k`. */
export type KeyName = string

function nameOf(event: KeyboardEvent): KeyName {
  const prefix = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}`
  return `${prefix}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`
}

/** Binds keys while a screen is shown. A key that is bound is taken from the browser. */
export function useKeys(keys: Readonly<Record<KeyName, () => void>>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = keys[nameOf(event)]
      if (!act || event.defaultPrevented) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
}
