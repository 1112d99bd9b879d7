/** What the operating system can keep for this account: DPAPI on Windows, the keyring of a Linux session. */
export interface Keystore {
  readonly isThere: () => boolean
  /** Sealed by the system, base64. */
  readonly seal: (secret: Uint8Array) => string
  /** Undefined when the system does not know it: another machine, another account, a keyring made anew. */
  readonly open: (sealed: string) => Uint8Array | undefined
}

/** The part of Electron's safeStorage that is needed. */
export interface SystemStorage {
  isEncryptionAvailable(): boolean
  encryptString(text: string): Buffer
  decryptString(sealed: Buffer): string
  getSelectedStorageBackend?(): string
}

/** Without a keyring Electron falls back to a key that lies in its own code: that is no keystore and is not used. */
const noKeyring = new Set(['basic_text', 'unknown'])

export function systemKeystore(storage: SystemStorage): Keystore {
  return {
    isThere: () =>
      storage.isEncryptionAvailable() &&
      !(process.platform === 'linux' && noKeyring.has(storage.getSelectedStorageBackend?.() ?? 'unknown')),
    seal: (secret) => storage.encryptString(Buffer.from(secret).toString('base64')).toString('base64'),
    open: (sealed) => {
      try {
        return Buffer.from(storage.decryptString(Buffer.from(sealed, 'base64')), 'base64')
      } catch {
        // The system answers a foreign secret with an error of its own kind; to us it is simply not there.
        return undefined
      }
    },
  }
}
