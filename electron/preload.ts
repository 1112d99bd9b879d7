import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { StationBridge } from '../shared/ipc/bridge.ts'
import { channelNames, eventNames } from '../shared/ipc/channel-names.ts'
import type { ChannelName, EventName } from '../shared/ipc/channel-names.ts'

/** The whole of what the page gets from the machine: named calls and named events, no way to any other. */
const bridge: StationBridge = Object.freeze({
  call(name: ChannelName, request: unknown): Promise<unknown> {
    if (!channelNames.includes(name)) return Promise.reject(new Error('unknown channel'))
    return ipcRenderer.invoke(name, request)
  },
  on(name: EventName, listener: (payload: unknown) => void): () => void {
    if (!eventNames.includes(name)) throw new Error('unknown event')
    // The page gets the payload alone: the event object would hand it the sender.
    const hear = (_event: IpcRendererEvent, payload: unknown) => listener(payload)
    ipcRenderer.on(name, hear)
    return () => {
      ipcRenderer.off(name, hear)
    }
  },
})

contextBridge.exposeInMainWorld('station', bridge)
