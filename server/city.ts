import type { Authority } from './certificates/authority.ts'
import type { Database } from './database/database.ts'
import type { EnrolmentLog } from './machines/enrolment-log.ts'
import type { Filing } from './receive/filing.ts'

/** Where what was filed becomes safe from a power cut before it is acknowledged. */
export interface FilingLog {
  /** Called in commit order, right after the commit. Never waits. */
  append(filing: Filing): void
  /** Resolves when everything appended so far is on the disk; rejects when the disk does not take it. */
  settled(): Promise<void>
}

/** PostgreSQL syncs its own log at every commit: a commit is safe as it is. */
export const commitIsSafe: FilingLog = { append: () => undefined, settled: () => Promise.resolve() }

/** What the routes work on. */
export interface City {
  readonly database: Database
  readonly filings: FilingLog
  /** The city's signing key, 32 bytes: the same for as long as the city lasts, because every desk pins it. */
  readonly secretKey: () => Promise<Uint8Array>
  /** Where the files of attachments lie; processes behind one address share it. */
  readonly attachmentFolder: string
  /** Signs the certificates of the city's server and of the stations' machines. */
  readonly authority: () => Promise<Authority>
  readonly enrolments: EnrolmentLog
  /** ISO 8601 instant in UTC. */
  readonly now: () => string
  close(): Promise<void>
}
