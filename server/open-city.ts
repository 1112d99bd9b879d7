import { commitIsSafe, type City } from './city.ts'
import { authorityInDatabase, takeIdentityIntoDatabase } from './certificates/kept-authority.ts'
import { migrate } from './database/migrate.ts'
import { openPostgres, whileStarting } from './database/postgres.ts'
import { keyInDatabase } from './machines/city-key.ts'
import { enrolmentIsSafe } from './machines/enrolment-log.ts'
import { loadPackage } from './packages/load-package.ts'
import { readPackage } from './packages/read-package.ts'

/** What happened while the city was opened or ran, for the log; never with personal data. */
export type Report = (event: string, details: Readonly<Record<string, string | number>>) => void

export interface CityOptions {
  /** Gzipped city packages to be loaded, each station once. */
  readonly packages: readonly Uint8Array[]
  /** Where the files of attachments go. Several processes on one base share it. */
  readonly attachmentFolder: string
  /** Folder with a key and an authority that were made before the city was; it takes them over. */
  readonly identity?: string
  readonly now: () => string
  readonly report: Report
}

/** A city on a PostgreSQL server. Several processes may stand on the same one. */
export async function openPostgresCity(url: string, options: CityOptions): Promise<City> {
  const { packages, attachmentFolder, now, report, identity } = options
  const lost = (code: string) => report('connection lost', { code })
  const starting = openPostgres(url, lost, whileStarting)
  try {
    await migrate(starting)
    if (identity !== undefined) await takeIdentityIntoDatabase(identity, starting)
    for (const bytes of packages) {
      const loaded = await loadPackage(starting, readPackage(bytes), now())
      report('package loaded', { stations: loaded.length })
    }
  } finally {
    await starting.close()
  }
  const database = openPostgres(url, lost)
  return {
    database,
    filings: commitIsSafe,
    secretKey: () => keyInDatabase(database),
    attachmentFolder,
    authority: () => authorityInDatabase(database, now()),
    enrolments: enrolmentIsSafe,
    now,
    close: () => database.close(),
  }
}
