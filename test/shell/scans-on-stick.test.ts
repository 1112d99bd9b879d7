import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  openAttachmentFiles,
  type AttachmentFiles,
} from '../../electron/services/attachments/attachment-files.ts'
import { sealWithScans } from '../../electron/services/bundle/scans-on-stick.ts'
import { keepLists } from '../../electron/services/signing/city-lists.ts'
import { algorithmNamed } from '../../shared/proof/signature-port.ts'
import { suiteNamed } from '../../shared/seal/suites.ts'
import { mostBundleFileBytes, openBundle } from '../../shared/sync/bundle-file.ts'
import { stationBundleSchema, type StationBundle } from '../../shared/sync/bundle.ts'
import { trailStart } from '../../shared/trail/trail-chain.ts'
import { digestOf, makePdf } from '../builders/pictures.ts'
import { instantOfTests, makeStation, reissueActions } from '../builders/reissues.ts'
import { messageOf } from '../server/station-messages.ts'
import { secretsInMemory } from '../walk-in/machine.ts'

const mebibyte = 1024 * 1024
const citySecret = new Uint8Array(randomBytes(32))
const cityKey = algorithmNamed('ed25519').publicKeyOf(citySecret)
const secrets = secretsInMemory()
const station = makeStation(17)
let folder: string
let files: AttachmentFiles
let digests: string[]

/** A PDF that packs no smaller than it is, as a scan does. */
const fullPdf = () => Buffer.concat([makePdf(0, 100), randomBytes(8 * mebibyte - 200), makePdf(0, 100)])

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hukou-desk-scans-on-stick-'))
  files = openAttachmentFiles(folder, suiteNamed('aes-256-gcm'), new Uint8Array(32).fill(7), Date.now)
  const lists = { cityKey, keys: [], voided: {} }
  await keepLists(secrets, { lists, digest: 'd', madeAt: instantOfTests }, instantOfTests, undefined)
  const scans = [1, 2, 3, 4].map(fullPdf)
  for (const bytes of scans) expect((await files.keep(bytes)).ok).toBe(true)
  digests = scans.map(digestOf)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A bundle with one step, whose text comes to so many bytes. */
function bundleOf(bytes: number): StationBundle {
  const actions = reissueActions({ station, n: 0 }).slice(0, 1)
  const report = {
    station: station.code,
    device: 'D1',
    trail: { n: 0, head: trailStart },
    publicKey: cityKey,
    listsDigest: '',
  }
  return stationBundleSchema.parse({
    station: station.code,
    device: 'D1',
    n: 1,
    madeAt: instantOfTests,
    lastOrder: 0,
    messages: [
      messageOf(
        station,
        actions.map((action) => ({ ...action, facts: { ...action.facts, note: 'x'.repeat(bytes) } })),
      ),
    ],
    report,
    parts: [],
  })
}

async function sealed(bundle: StationBundle, wanted: readonly string[]) {
  const outcome = await sealWithScans(secrets, files, bundle, wanted)
  return outcome.ok ? outcome.value : expect.unreachable(outcome.refusals[0]?.code)
}

async function scansIn(file: Uint8Array): Promise<string[] | undefined> {
  const opened = await openBundle('station', file, citySecret)
  if (!opened.ok) return expect.unreachable(opened.why)
  const { attachments } = stationBundleSchema.parse(JSON.parse(gunzipSync(opened.packed).toString('utf8')))
  return attachments?.map(({ digest, bytes }) => {
    expect(digestOf(Buffer.from(bytes, 'base64'))).toBe(digest)
    return digest
  })
}

describe('scans that a machine puts on a stick', () => {
  it('are the first of those asked for that there is room for, whole, in a file that the city takes', async () => {
    const { file, scans, lost } = await sealed(bundleOf(0), digests)
    expect(scans).toEqual(digests.slice(0, 3))
    expect(lost).toEqual([])
    expect(await scansIn(file)).toEqual(scans)
    expect(file.length).toBeLessThan(mostBundleFileBytes)
    expect(Buffer.from(file).includes('%PDF')).toBe(false)
  })

  it('stay behind where the actions need the room: those go without them', async () => {
    const { file, scans } = await sealed(bundleOf(100 * mebibyte), digests)
    expect(scans).toEqual([])
    expect(await scansIn(file)).toBeUndefined()
  })

  it('are passed over, and told, where this machine has no file of them', async () => {
    const unknown = 'f'.repeat(64)
    const { scans, lost } = await sealed(bundleOf(0), [unknown, ...digests.slice(0, 1)])
    expect([scans, lost]).toEqual([digests.slice(0, 1), [unknown]])
  })
})
