import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import type { FilingLog } from '../city.ts'
import { filingSchema, type Filing } from '../receive/filing.ts'
import type { JournalFile } from './journal-file.ts'

const packed = promisify(gzip)
const unpacked = promisify(gunzip)

/** One line of the journal holds all that became safe by one sync. */
const groupSchema = z.object({ filings: z.array(filingSchema) })

export async function readGroup(body: Uint8Array): Promise<Filing[]> {
  const text = (await unpacked(body)).toString('utf8')
  return groupSchema.parse(JSON.parse(text)).filings
}

async function writeGroup(filings: readonly Filing[]): Promise<Uint8Array> {
  return packed(JSON.stringify({ filings }), { level: 1 })
}

interface Waiting {
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * The journal of an embedded city. Messages that come in while the disk is busy share the next sync (group commit).
 * Once the disk refuses a write nothing is acknowledged any more: the store is then ahead of the journal, and the next
 * start builds it anew.
 */
export function openFilingJournal(file: JournalFile): FilingLog {
  let queued: Filing[] = []
  let waiting: Waiting[] = []
  let writing: Promise<void> | undefined
  let fault: unknown

  async function writeQueued(): Promise<void> {
    while (queued.length > 0 && fault === undefined) {
      const group = queued
      const inGroup = waiting
      queued = []
      waiting = []
      try {
        await file.write(await writeGroup(group))
        for (const each of inGroup) each.resolve()
      } catch (error) {
        fault = error
        for (const each of [...inGroup, ...waiting]) each.reject(error)
      }
    }
    writing = undefined
  }

  return {
    append: (filing) => {
      queued.push(filing)
      writing ??= Promise.resolve().then(writeQueued)
    },
    settled: async () => {
      if (fault !== undefined) throw fault
      if (queued.length > 0) await new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }))
      else await writing
      if (fault !== undefined) throw fault
    },
  }
}
