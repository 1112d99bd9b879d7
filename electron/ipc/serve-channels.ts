import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { refused, type Outcome } from '../../shared/base/outcome.ts'
import { channelNames } from '../../shared/ipc/channel-names.ts'
import type { ChannelName } from '../../shared/ipc/channel-names.ts'
import { logError } from '../diagnostics/error-log.ts'
import { isOwnPage } from '../security/page-path.ts'
import { answerCall } from './answer-call.ts'
import type { Handlers } from './handlers.ts'

/** Opens every channel to the program's own page, and to nobody else. */
export function serveChannels(handlers: Handlers): void {
  for (const name of channelNames) {
    ipcMain.handle(name, (event, request: unknown) => answerPage(handlers, name, event, request))
  }
}

function answerPage(
  handlers: Handlers,
  name: ChannelName,
  event: IpcMainInvokeEvent,
  request: unknown,
): Promise<Outcome<unknown>> {
  if (!isOwnMainFrame(event)) return Promise.resolve(refused(stranger))
  // The table pairs each name with its own handler; answerCall has checked the request by that name's schema.
  const handler = handlers[name] as (
    request: unknown,
    caller: typeof event.sender,
  ) => Promise<Outcome<unknown>>
  return answerCall(name, request, (checked) => handler(checked, event.sender), logError)
}

function isOwnMainFrame(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame === event.sender.mainFrame && isOwnPage(frame.url)
}

const stranger = { code: 'stranger', message: '请求不是来自户政台自己的页面，没有执行。' }
