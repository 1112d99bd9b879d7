import type { ChildProcess } from 'node:child_process'

/** A city server on loopback that the caller ends. */
export interface SampleCity {
  readonly address: string
  readonly child: ChildProcess
  /** Asks it to end and resolves when it has: its folder is then nobody's. */
  close(): Promise<void>
}

/** The sample city's usual port, or any when that is taken. */
export function usualOrFreePort(): Promise<number>

export function startSampleCity(options: {
  readonly data: string
  readonly cityPackage: string
  readonly port?: number
  /** No TLS and no certificates of machines. */
  readonly plain?: boolean
  /** On PostgreSQL instead of the embedded store. */
  readonly databaseUrl?: string
  readonly atOnce?: number
}): Promise<SampleCity>
