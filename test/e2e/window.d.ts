import type { StationBridge } from '../../shared/ipc/bridge.ts'

declare global {
  interface Window {
    readonly station?: StationBridge
  }
}
