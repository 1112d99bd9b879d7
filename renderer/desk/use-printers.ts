import { useEffect, useState } from 'react'
import type { Printer } from '../../shared/ipc/paper-channels.ts'
import { station } from '../station.ts'
import { useChosenPrinter } from './desk-settings.ts'

/** The printers of this machine, and the one that this desk uses: chosen before, else the system's default. */
export function usePrinters(): { readonly printers: readonly Printer[]; readonly chosen: string } {
  const [printers, setPrinters] = useState<readonly Printer[]>([])
  const before = useChosenPrinter()
  useEffect(() => {
    void station.call('printing.printers', {}).then((answer) => setPrinters(answer.printers))
  }, [])
  const usual = printers.find(({ isDefault }) => isDefault) ?? printers[0]
  const chosen = printers.some(({ name }) => name === before) ? before : usual?.name
  return { printers, chosen: chosen ?? '' }
}
