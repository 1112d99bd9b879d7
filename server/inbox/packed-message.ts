import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { SendActions } from '../../shared/sync/messages.ts'
import type { KeptMessage } from './inbox-rows.ts'

const packed = promisify(gzip)
const unpacked = promisify(gunzip)

export async function packMessage(message: SendActions, at: string): Promise<KeptMessage> {
  const text = JSON.stringify(message)
  const digest = createHash('sha256').update(text).digest('hex')
  // Speed, not size: it lies there for seconds.
  return { digest, at, gzipped: (await packed(text, { level: 1 })).toString('base64') }
}

/** What was packed here had been checked when it came. */
export async function unpackMessage(gzipped: Uint8Array): Promise<SendActions> {
  return JSON.parse((await unpacked(gzipped)).toString('utf8')) as SendActions
}
