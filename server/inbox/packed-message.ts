import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { messageAtCitySchema, type SendActions } from '../../shared/sync/messages.ts'
import { mostPackedUp } from '../../shared/sync/packed-messages.ts'
import { packVersion } from '../../shared/sync/packed/column-kinds.ts'
import { unpack } from '../../shared/sync/packed/unpack.ts'
import type { KeptMessage } from './inbox-rows.ts'

const packed = promisify(gzip)
const unpacked = promisify(gunzip)

/** A message that came packed; `gzipped` are the bytes of the wire where it came gzipped besides. */
export interface AsItCame {
  readonly packed: Uint8Array
  readonly gzipped?: Uint8Array
}

/** Of a message that came packed, its bytes are kept as they came: written anew it would cost as much as checking it did. */
export async function packMessage(
  message: SendActions,
  at: string,
  asItCame?: AsItCame,
): Promise<KeptMessage> {
  const bytes = asItCame?.packed ?? JSON.stringify(message)
  const digest = createHash('sha256').update(bytes).digest('hex')
  // Speed, not size: it lies there for seconds.
  const gzipped = asItCame?.gzipped ?? (await packed(bytes, { level: 1 }))
  return { digest, at, gzipped: Buffer.from(gzipped).toString('base64') }
}

/**
 * What was packed here had been checked when it came; read again, it loses again what no schema knows. Rejects for what another
 * version of the program kept and this one does not read.
 */
export async function unpackMessage(gzipped: Uint8Array): Promise<SendActions> {
  const bytes = await unpacked(gzipped)
  return messageAtCitySchema.parse(
    bytes[0] === packVersion ? unpack(bytes, mostPackedUp) : JSON.parse(bytes.toString('utf8')),
  )
}
