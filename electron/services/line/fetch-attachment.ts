import { createHash } from 'node:crypto'
import { mostAttachmentBytes } from '../../../shared/attachments/attachment.ts'
import { faultSchema } from '../../../shared/sync/messages.ts'
import { leavingNoTrace, type CityEnd, type Fetch } from './line.ts'

const pieceBytes = 1024 * 1024
const pieceWithin = 180_000
/** How often one piece is asked for before the clerk is told. */
const triesOfPiece = 3

export type Fetched =
  | { readonly outcome: 'fetched'; readonly bytes: Uint8Array }
  | { readonly outcome: 'not-fetched'; readonly reason: string }

interface Piece {
  readonly bytes: Uint8Array
  /** Length of the whole file. */
  readonly total: number
}

/** Fetches a file that the city holds, piece by piece; it counts only when its digest is the one asked for. */
export async function fetchAttachment(fetch: Fetch, city: CityEnd, digest: string): Promise<Fetched> {
  if (city.address === '') return { outcome: 'not-fetched', reason: '没有设置市局地址。' }
  const pieces: Uint8Array[] = []
  let length = 0
  for (;;) {
    const piece = await fetchPiece(fetch, city, digest, length)
    if (typeof piece === 'string') return { outcome: 'not-fetched', reason: piece }
    pieces.push(piece.bytes)
    length += piece.bytes.length
    if (length > mostAttachmentBytes || piece.bytes.length === 0)
      return { outcome: 'not-fetched', reason: unfit }
    if (length >= piece.total) break
  }
  const bytes = Buffer.concat(pieces)
  return createHash('sha256').update(bytes).digest('hex') === digest
    ? { outcome: 'fetched', bytes }
    : { outcome: 'not-fetched', reason: unfit }
}

const unfit = '市局发来的扫描件和案件里写的不是同一份，没有采用。请报市局户政。'

/** The piece at an offset, or why it cannot be had. */
async function fetchPiece(
  fetch: Fetch,
  city: CityEnd,
  digest: string,
  from: number,
): Promise<Piece | string> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await askPiece(fetch, city, digest, from)
    } catch {
      // The line broke: the same piece is asked for again.
      if (tries === triesOfPiece) return '线路不通，没有取到。线路恢复后再打开。'
    }
  }
}

async function askPiece(fetch: Fetch, city: CityEnd, digest: string, from: number): Promise<Piece | string> {
  const response = await fetch(`${city.address}/v1/attachments/${digest}`, {
    headers: {
      authorization: `Bearer ${city.token}`,
      range: `bytes=${from}-${from + pieceBytes - 1}`,
    },
    ...leavingNoTrace,
    signal: AbortSignal.timeout(pieceWithin),
  })
  const total = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers.get('content-range') ?? '')
  if (response.status === 206 && Number(total?.[1]) === from)
    return { bytes: new Uint8Array(await response.arrayBuffer()), total: Number(total?.[2]) }
  const fault = faultSchema.safeParse(await response.json().catch(() => undefined))
  return fault.success ? fault.data.message : '应答的不是市局服务器，可能是上网登录页。'
}
