import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { openAttachmentFiles } from '../../electron/services/attachments/attachment-files.ts'
import { openCheckpoints } from '../../electron/services/journal/checkpoint-files.ts'
import type { MachineSecrets } from '../../electron/services/keys/secrets.ts'
import { openCityLine, type CityLine } from '../../electron/services/line/city-line.ts'
import { keepEntry } from '../../electron/services/line/machine-certificate.ts'
import { stationTokenSecret } from '../../electron/services/set-up/set-up.ts'
import type { Actor } from '../../shared/cases/action.ts'
import type { ExchangeResult } from '../../shared/ipc/line-channels.ts'
import { algorithmNamed } from '../../shared/proof/signature-port.ts'
import { suiteNamed } from '../../shared/seal/suites.ts'
import { mostPackedDown } from '../../shared/sync/packed-messages.ts'
import { unpack } from '../../shared/sync/packed/unpack.ts'
import type { StationEntry } from '../../shared/sync/station-entry.ts'

/** What the city answered, from text or packed bytes; throws without an answer. */
export function contentOf(answer: ExchangeResult): unknown {
  if (answer.kind !== 'answer') throw new Error(`no line to the city: ${answer.reason}`)
  const { body } = answer
  return typeof body === 'string' ? JSON.parse(body) : unpack(body, mostPackedDown)
}

/** The sealed files of a machine, in memory. */
export function secretsInMemory(): MachineSecrets {
  const kept = new Map<string, Uint8Array>()
  return {
    read: (name) => Promise.resolve(kept.get(name)),
    write: async (name, bytes) => void kept.set(name, new Uint8Array(bytes)),
  }
}

export interface MachineOptions {
  readonly address: string
  readonly station: { readonly code: string; readonly token: string }
  readonly entry: StationEntry
  readonly by: Actor
  readonly device?: string
  readonly secrets?: MachineSecrets
  readonly now?: () => number
  /** Secret half of the person's own signing key; one that nobody has on file unless told otherwise. */
  readonly author?: Uint8Array
  /** A practice desk unless told otherwise. */
  readonly sample?: boolean
}

/** The machine's own line as the program opens it, without the program. */
export async function openMachine(options: MachineOptions): Promise<{
  readonly line: CityLine
  readonly secrets: MachineSecrets
  readonly trail: readonly string[]
}> {
  const { address, station, entry, by, device = 'D1', sample = true } = options
  const { secrets = secretsInMemory(), now = Date.now, author = randomBytes(32) } = options
  await secrets.write(stationTokenSecret, Buffer.from(station.token, 'utf8'))
  await keepEntry(secrets, entry)
  const trail: string[] = []
  const profile = {
    sample,
    firstBlocks: false,
    deviceId: '00000000-0000-4000-8000-000000000000',
    device,
    cityAddress: address,
    dataFolder: '',
    station: { code: station.code, name: '', shortName: '' },
  }
  const note = async (event: { what: string; code?: string }) => void trail.push(event.code ?? event.what)
  const user = {
    id: by.userId,
    name: by.name,
    role: by.role,
    policeNumber: by.policeNumber,
    station: station.code,
  }
  const dataKey = randomBytes(32)
  const line = await openCityLine(
    { desk: { profile, trail: { note } as never, packagePath: '' }, proxyFor: async () => 'DIRECT', now },
    {
      user,
      secrets,
      signature: algorithmNamed('ed25519'),
      attachments: openAttachmentFiles(tmpdir(), suiteNamed('aes-256-gcm'), dataKey, now),
      checkpoints: openCheckpoints(tmpdir(), suiteNamed('aes-256-gcm'), dataKey),
      dataKey,
      author,
      provedAt: 0,
    },
  )
  return { line, secrets, trail }
}
