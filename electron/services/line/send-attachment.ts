import { DetailedError, Upload } from 'tus-js-client'
import type { SendingResult } from '../../../shared/ipc/attachment-channels.ts'
import type { ExchangeResult } from '../../../shared/ipc/line-channels.ts'
import { attachmentReceiptSchema, uploadsPath } from '../../../shared/sync/attachment-receipt.ts'
import { faultSchema } from '../../../shared/sync/messages.ts'
import { exchange, restAskedFor, type CityEnd, type Fetch } from './line.ts'
import { uploadRequests } from './upload-requests.ts'

/** Bytes of one request: what a cut can cost. */
export const chunkBytes = 256 * 1024

export interface Sending {
  readonly fetch: Fetch
  readonly city: CityEnd
  readonly digest: string
  readonly bytes: Uint8Array
  /** Stops the upload where it is. */
  readonly pause: AbortSignal
  /** Told how many bytes the city has. */
  readonly progress: (sent: number) => void
}

/**
 * Sends a file to the city over tus. Its address there is its digest, so nothing has to be remembered to go on after a
 * cut or a restart: the city is asked how much it has. Received is what its receipt says, before and afterwards.
 */
export async function sendAttachment(sending: Sending): Promise<SendingResult> {
  if (sending.city.address === '') return { outcome: 'waits', reason: '没有设置市局地址' }
  const before = await askReceipt(sending)
  if (before !== 'awaited') return before
  const broken = await upload(sending)
  if (broken) return broken
  const after = await askReceipt(sending)
  return after === 'awaited' ? { outcome: 'waits', reason: '市局还没有确认收到，稍后再核对' } : after
}

async function askReceipt({ fetch, city, digest }: Sending): Promise<'awaited' | SendingResult> {
  const answer = await exchange(fetch, city, { method: 'GET', path: `/v1/attachments/${digest}/receipt` })
  if (answer.kind === 'no-line') return { outcome: 'waits', reason: '线路不通' }
  const receipt = attachmentReceiptSchema.safeParse(readAnswer(answer.body))
  if (answer.status === 200 && receipt.success && receipt.data.digest === digest)
    return receipt.data.state === 'stored' ? { outcome: 'received' } : 'awaited'
  // Content that did not fit its digest was dropped by the city: the file goes out from its start.
  if (answer.status === 460) return 'awaited'
  return whyNot(answer)
}

function upload({
  fetch,
  city,
  digest,
  bytes,
  pause,
  progress,
}: Sending): Promise<SendingResult | undefined> {
  return new Promise((resolve) => {
    const upload = new Upload(Buffer.from(bytes), {
      endpoint: `${city.address}${uploadsPath}`,
      uploadUrl: `${city.address}${uploadsPath}/${digest}`,
      metadata: { digest },
      chunkSize: chunkBytes,
      // Whoever calls tries again with its own patience.
      retryDelays: [0],
      onShouldRetry: (error) => error.originalResponse?.getStatus() === 409,
      storeFingerprintForResuming: false,
      httpStack: uploadRequests(fetch, city),
      onChunkComplete: (_size, accepted) => progress(accepted),
      onSuccess: () => resolve(undefined),
      onError: (error) => resolve(whyBroken(error)),
    })
    const stop = () => {
      void upload.abort()
      resolve({ outcome: 'paused' })
    }
    if (pause.aborted) return resolve({ outcome: 'paused' })
    pause.addEventListener('abort', stop, { once: true })
    upload.start()
  })
}

function whyBroken(error: Error): SendingResult {
  const response = error instanceof DetailedError ? error.originalResponse : null
  if (!response) return { outcome: 'waits', reason: '传到一半断了，下次接着传' }
  return whyNot({
    kind: 'answer',
    status: response.getStatus(),
    contentType: '',
    body: response.getBody(),
    ...restAskedFor(response.getHeader('retry-after')),
  })
}

/** The receipt and the faults of an upload are JSON; packed bodies travel on other routes alone. */
function readAnswer(body: string | Uint8Array): unknown {
  return typeof body === 'string' ? jsonOrNothing(body) : undefined
}

function whyNot(answer: Extract<ExchangeResult, { kind: 'answer' }>): SendingResult {
  const fault = faultSchema.safeParse(readAnswer(answer.body))
  const reason = fault.success ? fault.data.message : '应答的不是市局服务器，可能是上网登录页'
  const { retryAfter } = answer
  return { outcome: 'waits', reason, ...(retryAfter === undefined ? {} : { retryAfter }) }
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
