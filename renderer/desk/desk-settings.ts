import { z } from 'zod'
import type { Calibration } from '../../shared/documents/calibration.ts'
import { noCalibration } from '../../shared/documents/calibration.ts'
import type { OverprintForm } from '../../shared/documents/overprint-form.ts'
import { useSetting } from '../local/hooks.ts'
import { mostIdleMinutes, usualIdleMinutes } from '../session/idle-lock.ts'
import { noteOnTrail } from '../session/trail.ts'
import { usualOutageDays } from '../../shared/sync/lease-needs.ts'
import { silenceLimitsIn, type SilenceLimits } from '../../shared/sync/silence.ts'
import { useDesk } from './desk.tsx'

const calibrationSchema = z.object({
  offsetX: z.number(),
  offsetY: z.number(),
  scaleX: z.number(),
  scaleY: z.number(),
  nudges: z.record(z.string(), z.object({ x: z.number(), y: z.number() })),
})

/** How far off each printer of this desk prints, by form edition. */
const calibrationsSchema = z.record(z.string(), calibrationSchema)

export const calibrationSetting = 'calibrations'
export const printerSetting = 'printer'

/** Name of the printer last chosen at this desk. */
export function useChosenPrinter(): string | undefined {
  const { store } = useDesk()
  const value = useSetting(store, printerSetting)
  return typeof value === 'string' ? value : undefined
}

export const cameraSetting = 'camera'

/** Id of the camera last chosen at this desk for photos of papers. */
export function useChosenCamera(): string | undefined {
  const { store } = useDesk()
  const value = useSetting(store, cameraSetting)
  return typeof value === 'string' ? value : undefined
}

export function useCalibrations(): Readonly<Record<string, Calibration>> {
  const { store } = useDesk()
  const read = calibrationsSchema.safeParse(useSetting(store, calibrationSetting) ?? {})
  return read.success ? read.data : {}
}

/** The calibration of a printer for a form; none means that it prints where it should. */
export function calibrationOf(
  calibrations: Readonly<Record<string, Calibration>>,
  printer: string,
  form: OverprintForm<string>,
): Calibration {
  return calibrations[calibrationName(printer, form)] ?? noCalibration
}

/** Another edition of a form is another sheet: what fitted the old one is not taken over. */
export function calibrationName(printer: string, { id, edition }: OverprintForm<string>): string {
  return `${printer}/${id}/${edition}`
}

/** True once the machine gave its blocks of numbers back: it asks for none until somebody takes it into use again. */
export const closedDownSetting = 'closed-down'
export const outageSetting = 'outage-days'

/** For how many working days without a line this desk wants to hold blank sheets. */
export function useOutageDays(): number {
  const { store } = useDesk()
  return outageDaysIn(useSetting(store, outageSetting))
}

export function outageDaysIn(value: unknown): number {
  return typeof value === 'number' ? value : usualOutageDays
}

export const silenceSetting = 'silence-limits'

/** From how many days without a contact this desk remarks on it, and warns. */
export function useSilenceLimits(): SilenceLimits {
  const { store } = useDesk()
  return silenceLimitsIn(useSetting(store, silenceSetting))
}

/** Whether this machine was closed down. */
export function useClosedDown(): boolean {
  const { store } = useDesk()
  return useSetting(store, closedDownSetting) === true
}

export const idleSetting = 'idle-minutes'

/** After how many minutes without a touch this desk locks itself. */
export function useIdleMinutes(): number {
  const { store } = useDesk()
  const value = useSetting(store, idleSetting)
  const minutes = typeof value === 'number' ? value : usualIdleMinutes
  return Math.min(Math.max(minutes, 1), mostIdleMinutes)
}

export function useSaveSetting(): (name: string, value: z.core.util.JSONType) => Promise<unknown> {
  const { store } = useDesk()
  return (name, value) => {
    noteOnTrail({ what: 'setting-changed', name })
    return store.write(() => ({ kind: 'setting-saved', name, value }))
  }
}
