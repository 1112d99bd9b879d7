/** Why there is no picture: no camera, another program has it, it may not be used, or it was unplugged in the middle. */
export type NoPicture = 'none' | 'busy' | 'denied' | 'gone'

/** What the browser, or the machine that was asked first, threw, by the browser's own names (W3C Media Capture, 10.2). */
export function whyNoPicture(fault: unknown): Exclude<NoPicture, 'gone'> {
  // Chromium's own OverconstrainedError is not in every version a DOMException.
  const name = fault instanceof Object && 'name' in fault ? fault.name : ''
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none'
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'denied'
}
