import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import type { Attachment, AttachmentMediaType } from '../../shared/attachments/attachment.ts'
import { actionVersion, type Action } from '../../shared/cases/action.ts'
import { randomFor } from '../../build/sample-station/random.ts'

/** A real PNG of noise: `width` x `height` grey points, the same for the same seed. */
export function makePicture(seed: number, width = 64, height = 64): Buffer {
  const random = randomFor(seed, 'picture')
  const rows = Buffer.concat(
    Array.from({ length: height }, () =>
      Buffer.from([0, ...Array.from({ length: width }, () => random.between(0, 255))]),
    ),
  )
  return pngOf(width, height, deflateSync(rows))
}

/** A PNG whose header claims so many points, with next to nothing behind it. */
export function makeBomb(width: number, height: number): Buffer {
  return pngOf(width, height, deflateSync(Buffer.alloc(16)))
}

function pngOf(width: number, height: number, content: Uint8Array): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', content),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, content: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A PDF of so many bytes, as far as anybody looks at it: its first mark and its last. */
export function makePdf(seed: number, bytes: number): Buffer {
  const head = Buffer.from(`%PDF-1.7\n% made up ${seed}\n`)
  const end = Buffer.from('\n%%EOF\n')
  return Buffer.concat([head, Buffer.alloc(bytes - head.length - end.length, '. '), end])
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function attachmentOf(bytes: Uint8Array, mediaType: AttachmentMediaType = 'image/png'): Attachment {
  return { digest: digestOf(bytes), mediaType, bytes: bytes.length, name: '样例扫描件.png' }
}

/** The action that names files of a case, made on the case as its step before left it. */
export function attachAction(before: Action, id: string, attachments: readonly Attachment[]): Action {
  return {
    ...before,
    id,
    step: 'attach',
    facts: { attachments: attachments.map((each) => ({ ...each })) },
    base: { case: before.base.case + 1, records: {} },
    version: actionVersion,
  }
}
