import { create } from 'zustand'

/** A little less than the machine's own ten minutes, so that the two never disagree while somebody types. */
const proofLasts = 9 * 60_000

interface Proof {
  readonly provedAt: number
  /** Somebody waits for the passphrase; called with whether it came. */
  readonly waiting: ((proved: boolean) => void) | undefined
}

export const useProof = create<Proof>(() => ({ provedAt: 0, waiting: undefined }))

export function passphraseWasGiven(): void {
  useProof.setState({ provedAt: Date.now() })
}

/** Asks for the passphrase once more unless it was given a short while ago; false when the clerk lets it be. */
export function ensureProof(): Promise<boolean> {
  const passed = Date.now() - useProof.getState().provedAt
  if (passed >= 0 && passed < proofLasts) return Promise.resolve(true)
  return new Promise((resolve) => {
    useProof.getState().waiting?.(false)
    useProof.setState({ waiting: resolve })
  })
}

export function answerProof(proved: boolean): void {
  const { waiting } = useProof.getState()
  useProof.setState({ waiting: undefined, ...(proved ? { provedAt: Date.now() } : {}) })
  waiting?.(proved)
}
