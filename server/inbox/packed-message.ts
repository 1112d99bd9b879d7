import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { messageAtCitySchema, type SendActions } from '../../shared/sync/messages.ts'
import { mostPackedUp } from '../../shared/sync/packed-messages.ts'
import { packVersion } from '../../shared/sync/packed/column-kinds.ts'
import { unpack } from '../../shared/sync/packed/unpack.ts'
import type { KeptMessage } from './inbox-rows.ts'

const packedBy = promisify(gzip)
const unpacked = promisify(gunzip)
/** Leaves a byte order mark out, as the reading of a request does. */
const utf8 = new TextDecoder()

/** The bytes of a message that were checked when it came. */
export interface AsItCame {
  /** Where it came packed. */
  readonly packed?: Uint8Array
  /** Those of the wire, where it came gzipped. */
  readonly gzipped?: Uint8Array
}

/** Its bytes are kept as they came, where that can be: to write it anew would cost as much as checking it did. */
export async function packMessage(
  message: SendActions,
  at: string,
  { packed, gzipped }: AsItCame = {},
): Promise<KeptMessage> {
  // Speed, not size: it lies there for seconds.
  const bytes = gzipped ?? (await packedBy(packed ?? JSON.stringify(message), { level: 1 }))
  const digest = createHash('sha256').update(bytes).digest('hex')
  return { digest, at, gzipped: Buffer.from(bytes).toString('base64') }
}

/**
 * What was packed here had been checked when it came; read again, it loses again what no schema knows. Rejects for what another
 * version of the program kept and this one does not read.
 */
export async function unpackMessage(gzipped: Uint8Array): Promise<SendActions> {
  const bytes = await unpacked(gzipped)
  return messageAtCitySchema.parse(
    bytes[0] === packVersion ? unpack(bytes, mostPackedUp) : JSON.parse(utf8.decode(bytes)),
  )
}
