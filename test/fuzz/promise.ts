/** A promise that did not hold, in words. */
export class BrokenInvariant extends Error {}

export function promise(holds: boolean, words: string): void {
  if (!holds) throw new BrokenInvariant(words)
}
