import { isOwnPage } from './page-path.ts'

/** What Chromium says of a wish for a device, as far as it matters here. */
export interface DeviceWish {
  readonly permission: string
  /** 'video', 'audio', both, or what the browser could not name. */
  readonly media: readonly string[]
  readonly url: string
  readonly isMainFrame: boolean
}

/** How long a camera may be opened after it was asked for, in milliseconds: one scan of a code takes less. */
export const longestScan = 90_000

/**
 * The one permission that is ever given: the camera's picture, to the program's own page, while a clerk scans a code or
 * photographs papers. It is for opening a camera: one that is open already stays open until the page lets go of it.
 */
export class CameraPermission {
  #openUntil = 0

  constructor(private readonly now: () => number) {}

  open(): void {
    this.#openUntil = this.now() + longestScan
  }

  close(): void {
    this.#openUntil = 0
  }

  allows({ permission, media, url, isMainFrame }: DeviceWish): boolean {
    const left = this.#openUntil - this.now()
    return (
      permission === 'media' &&
      media.length === 1 &&
      media[0] === 'video' &&
      isMainFrame &&
      isOwnPage(url) &&
      left > 0 &&
      // A clock that was set back does not keep the camera open.
      left <= longestScan
    )
  }
}
