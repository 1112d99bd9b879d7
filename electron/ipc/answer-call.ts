import { refused, type Outcome } from '../../shared/base/outcome.ts'
import type { ChannelName } from '../../shared/ipc/channel-names.ts'
import { channels } from '../../shared/ipc/channels.ts'
import { refusalOfSystemError } from '../disk/system-error.ts'

/** A handler as the wire sees it, after its request was checked. */
type CheckedHandler = (request: unknown) => Promise<Outcome<unknown>>

/** Told of errors that nobody expected. */
type Report = (where: string, error: unknown) => void

/**
 * One call: the request is checked, the handler asked, the response checked. Never rejects and never tells the page
 * more than words for the clerk; an unexpected error goes to `report`.
 */
export async function answerCall(
  name: ChannelName,
  request: unknown,
  handler: CheckedHandler,
  report: Report,
): Promise<Outcome<unknown>> {
  const asked = channels[name].request.safeParse(request)
  if (!asked.success) {
    return refused({ code: 'request-shape', message: `“${name}”收到的内容不完整，没有执行。请重试。` })
  }
  try {
    const outcome = await handler(asked.data)
    return outcome.ok ? { ok: true, value: channels[name].response.parse(outcome.value) } : outcome
  } catch (error) {
    report(name, error)
    return refused(refusalOfSystemError(error) ?? unexpected)
  }
}

const unexpected = {
  code: 'unexpected',
  message: '本机服务出错，这一步没有完成，已填写的内容仍在。请重试；若仍如此，请把日志交给管理员。',
}
