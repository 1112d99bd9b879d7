import type { WebContents } from 'electron'
import { accepted, refused, type Outcome } from '../../../shared/base/outcome.ts'
import type { SendingResult } from '../../../shared/ipc/attachment-channels.ts'
import { permits, type Permission } from '../../../shared/people/role.ts'
import type { Desk } from '../../desk.ts'
import type { Handlers } from '../../ipc/handlers.ts'
import { sendEvent } from '../../ipc/send-event.ts'
import type { LineOf } from '../line/city-line.ts'
import { fetchAttachment } from '../line/fetch-attachment.ts'
import { sendAttachment } from '../line/send-attachment.ts'
import type { ForSomebody } from '../session/for-somebody.ts'
import type { OpenSession } from '../session/session.ts'

type AttachmentHandlers = Pick<
  Handlers,
  | 'attachments.keep'
  | 'attachments.read'
  | 'attachments.settle'
  | 'attachments.send'
  | 'attachments.pause'
  | 'attachments.fetch'
>

/** Scans and photos of this machine: kept for who may enter cases, shown to who may see them. */
export function attachmentHandlers(desk: Desk, forSomebody: ForSomebody, lineOf: LineOf): AttachmentHandlers {
  const forSomebodyWith = <Value>(
    permission: Permission,
    work: (open: OpenSession) => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>> =>
    forSomebody(async (open) => {
      if (permits(open.user.role, permission)) return work(open)
      await desk.trail.note({ what: 'refused', userId: open.user.id, code: 'not-allowed' })
      return refused(mayNot)
    })
  let running: AbortController | undefined
  const send = async (open: OpenSession, digest: string, page: WebContents): Promise<SendingResult> => {
    const bytes = await open.attachments.read(digest)
    if (!bytes) return { outcome: 'not-here', reason: notHere.message }
    running?.abort()
    const pause = new AbortController()
    running = pause
    const { fetch, city } = await lineOf(open)
    return sendAttachment({
      fetch,
      city,
      digest,
      bytes,
      pause: pause.signal,
      progress: (sent) => sendEvent(page, 'attachments.progress', { digest, sent, total: bytes.length }),
    })
  }
  return {
    'attachments.keep': ({ bytes }) =>
      forSomebodyWith('prepare-case', (open) => open.attachments.keep(bytes)),
    'attachments.read': ({ digest }) =>
      forSomebodyWith('see-cases', async ({ attachments }) => {
        const bytes = await attachments.read(digest)
        return bytes ? accepted({ bytes: new Uint8Array(bytes) }) : refused(notHere)
      }),
    'attachments.settle': ({ named }) =>
      forSomebody(async ({ attachments }) => accepted(await attachments.settle(named))),
    'attachments.send': ({ digest }, page) =>
      forSomebody(async (open) => accepted(await send(open, digest, page))),
    'attachments.pause': async () => {
      running?.abort()
      return accepted({})
    },
    'attachments.fetch': ({ digest }) =>
      forSomebodyWith('see-cases', async (open) => {
        if (await open.attachments.read(digest)) return accepted({})
        const { fetch, city } = await lineOf(open)
        const fetched = await fetchAttachment(fetch, city, digest)
        if (fetched.outcome === 'not-fetched')
          return refused({ code: 'attachment-not-fetched', message: fetched.reason })
        const kept = await open.attachments.keep(fetched.bytes)
        return kept.ok ? accepted({}) : kept
      }),
  }
}

const mayNot = { code: 'not-allowed', message: '您的岗位不能查看或添加扫描件，没有执行。' }
const notHere = {
  code: 'attachment-not-here',
  message: '本机没有这份扫描件的文件，或者文件已损坏。请重新扫描后添加。',
}
