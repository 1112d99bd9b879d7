import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAttachmentFiles } from '../../electron/services/attachments/attachment-files.ts'
import { openJournal } from '../../electron/services/journal/journal.ts'
import { openTrail } from '../../electron/services/trail/trail.ts'
import { sealedCodec } from '../../renderer/local/codec.ts'
import { DeskStore } from '../../renderer/local/desk-store.ts'
import type { JournalPort } from '../../renderer/local/journal-port.ts'
import { suiteNamed } from '../../shared/seal/suites.ts'
import { makeRegister, makeStation } from '../builders/reissues.ts'
import { makePicture } from '../builders/pictures.ts'
import { madeKeyring, madePassphrase, noKeystore, officer } from '../keys/made-keyring.ts'
import { importOf, record, stands, walk } from '../local/made-desk.ts'

export interface MadeFolder {
  readonly dataFolder: string
  readonly passphrase: string
  readonly recoveryCode: string
  /** Rows of the desk's own database, as it stood when the machine died. */
  readonly rows: Readonly<Record<string, number>>
}

/**
 * A machine's data folder as its program leaves it: keyring, journal, trail, and a scan that the city has no receipt for.
 * Three reissues under way, one of them answered for by the city, and a draft.
 */
export async function makeDataFolder(): Promise<MadeFolder> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'hukou-desk-repair-'))
  const keyring = madeKeyring(dataFolder, noKeystore)
  const account = { user: officer, passphrase: madePassphrase, mustChange: false }
  const { recoveryCode, dataKey } = await keyring.create('aes-256-gcm', [account])
  const suite = suiteNamed('aes-256-gcm')
  const keys = { records: suite.derive(dataKey, 'records'), index: suite.derive(dataKey, 'index') }
  const codec = await sealedCodec({ suite: 'aes-256-gcm', ...keys })
  const journal = await openJournal(dataFolder)
  const port: JournalPort = {
    append: async (entries) => {
      const done = await journal.append(entries)
      if (!done.ok) throw new Error(done.refusals[0]?.message)
    },
    read: async (after, limit) => (await journal.read(after, limit)).entries,
    last: async () => (await journal.state()).last,
  }
  const { store } = await DeskStore.open({ codec, journal: port, name: `made-${crypto.randomUUID()}` })
  const station = makeStation(741)
  await stands(store, importOf(station, makeRegister(station, 3)))
  for (const n of [0, 1, 2]) await record(store, walk({ station }, n, 2))
  const [first] = walk({ station }, 0)
  if (!first) throw new Error('a walk has a first step')
  const verdict = { id: first.id, outcome: 'accepted', order: 1, receipt: '受1' } as const
  await stands(store, { kind: 'answered', verdicts: [verdict] })
  const files = openAttachmentFiles(dataFolder, suite, dataKey, Date.now)
  const kept = await files.keep(makePicture(7))
  if (!kept.ok) throw new Error('the scan was not kept')
  await stands(store, {
    kind: 'draft-saved',
    draft: {
      id: 'draft-1',
      owner: officer.id,
      caseType: 'migration-certificate-reissue',
      facts: {},
      typed: {},
      attachments: [{ ...kept.value, name: '扫描件.png' }],
      changedAt: '2026-03-10T01:00:00.000Z',
    },
  })
  const trail = await openTrail(dataFolder, () => new Date())
  await trail.note({ what: 'set-up', suite: 'aes-256-gcm' })
  await trail.note({ what: 'signed-in', userId: officer.id })
  const tables = ['actions', 'cases', 'drafts', 'outbox', 'receipts', 'attachments'] as const
  const counts = await Promise.all(
    tables.map(async (table) => [table, await store.database[table].count()] as const),
  )
  store.close()
  await journal.close()
  mkdirSync(join(dataFolder, 'exports'), { recursive: true })
  return { dataFolder, passphrase: madePassphrase, recoveryCode, rows: Object.fromEntries(counts) }
}
