import { openAttachmentFiles } from '../../electron/services/attachments/attachment-files.ts'
import { sealedCodec } from '../../renderer/local/codec.ts'
import { suiteNamed } from '../../shared/seal/suites.ts'
import { checkContent, type Content } from './check-content.ts'
import { checkJournal } from './check-journal.ts'
import { checkTrail } from './check-trail.ts'
import type { Finding } from './findings.ts'
import { openKeyring } from './open-keyring.ts'

export interface Repair {
  readonly findings: readonly Finding[]
  readonly counts: Content['counts']
}

/** Looks at every part of a data folder and mends what can be mended without losing anything. */
export async function repairDataFolder(dataFolder: string, typed: string, now: () => Date): Promise<Repair> {
  const opened = await openKeyring(dataFolder, typed)
  const trail = await checkTrail(dataFolder, now)
  const { findings, port } = await checkJournal(dataFolder)
  if (!opened.ok) return { findings: [opened.finding, ...findings, ...trail], counts: [] }
  const suite = suiteNamed(opened.suite)
  const { dataKey } = opened
  const codec = await sealedCodec({
    suite: opened.suite,
    records: suite.derive(dataKey, 'records'),
    index: suite.derive(dataKey, 'index'),
  })
  const files = openAttachmentFiles(dataFolder, suite, dataKey, () => now().getTime())
  const content = await checkContent(port, codec, files)
  dataKey.fill(0)
  return {
    findings: [opened.finding, ...findings, ...trail, ...content.findings],
    counts: content.counts,
  }
}
