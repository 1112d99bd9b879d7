import { answerSchema } from '../shared/ipc/answer.ts'
import type { StationBridge } from '../shared/ipc/bridge.ts'
import type { ChannelName, EventName } from '../shared/ipc/channel-names.ts'
import { channels, events } from '../shared/ipc/channels.ts'
import type { EventOf, RequestOf, ResponseOf } from '../shared/ipc/channels.ts'

declare global {
  interface Window {
    readonly station?: StationBridge
  }
}

/** The machine said no; `message` is in the clerk's words, `code` is for programs and tests. */
export class StationRefused extends Error {
  override readonly name = 'StationRefused'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** Asks the machine for a service. Rejects with StationRefused when it declines or answers out of shape. */
async function call<Name extends ChannelName>(
  name: Name,
  request: RequestOf<Name>,
): Promise<ResponseOf<Name>> {
  const asked = channels[name].request.safeParse(request)
  if (!asked.success) throw new StationRefused('request-shape', `请求“${name}”的内容不完整，未发出。请重试。`)
  const answer = answerSchema.safeParse(await theBridge().call(name, asked.data))
  if (!answer.success) throw outOfShape(name)
  if (!answer.data.ok) throw refusedBecause(answer.data.refusals)
  const response = channels[name].response.safeParse(answer.data.value)
  if (!response.success) throw outOfShape(name)
  return response.data as ResponseOf<Name>
}

/** Listens to the machine; returns the way to stop. An event out of shape is dropped. */
function on<Name extends EventName>(name: Name, listener: (event: EventOf<Name>) => void): () => void {
  return theBridge().on(name, (payload) => {
    const event = events[name].safeParse(payload)
    if (event.success) listener(event.data as EventOf<Name>)
  })
}

function theBridge(): StationBridge {
  const bridge = window.station
  if (bridge) return bridge
  throw new StationRefused(
    'no-machine',
    '这个页面不在户政台窗口中，无法使用本机服务。请从桌面图标打开户政台。',
  )
}

function outOfShape(name: ChannelName): StationRefused {
  return new StationRefused(
    'answer-shape',
    `本机服务“${name}”的答复不完整。请重试；若仍如此，请重新打开户政台。`,
  )
}

function refusedBecause(refusals: readonly { code: string; message: string }[]): StationRefused {
  const code = refusals[0]?.code ?? 'refused'
  return new StationRefused(code, refusals.map((refusal) => refusal.message).join(' '))
}

/** False in a plain browser (tests of the page): there the machine's services do not exist. */
function isHere(): boolean {
  return window.station !== undefined
}

export const station = Object.freeze({ call, on, isHere })
