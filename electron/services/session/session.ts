import type { User } from '../../../shared/people/user.ts'
import { suiteNamed } from '../../../shared/seal/suites.ts'
import type { SuiteName } from '../../../shared/seal/cipher-suite.ts'
import { openAttachmentFiles, type AttachmentFiles } from '../attachments/attachment-files.ts'
import { openSecrets, type MachineSecrets } from '../keys/secrets.ts'

/** What the page gets: keys of its own, derived, never the data key itself. */
export interface PageKeys {
  readonly suite: SuiteName
  readonly records: Uint8Array
  readonly index: Uint8Array
}

/** Somebody at the desk, with the machine open for them. */
export interface OpenSession {
  readonly user: User
  readonly secrets: MachineSecrets
  readonly attachments: AttachmentFiles
  readonly dataKey: Uint8Array
  /** When the passphrase was last shown to be known, milliseconds since 1970. */
  provedAt: number
}

/** How long a passphrase counts as just given, for approving, issuing and exporting. */
export const proofLastsMinutes = 10

/** Who sits at the desk now: nobody, or one person. Ending it wipes the key. */
export class Session {
  #open: OpenSession | undefined

  constructor(
    private readonly dataFolder: string,
    private readonly now: () => number,
  ) {}

  get current(): OpenSession | undefined {
    return this.#open
  }

  begin(user: User, suiteName: SuiteName, dataKey: Uint8Array): PageKeys {
    this.end()
    const suite = suiteNamed(suiteName)
    const secrets = openSecrets(this.dataFolder, suite, dataKey)
    const attachments = openAttachmentFiles(this.dataFolder, suite, dataKey, this.now)
    this.#open = { user, secrets, attachments, dataKey, provedAt: this.now() }
    return {
      suite: suiteName,
      records: suite.derive(dataKey, 'records'),
      index: suite.derive(dataKey, 'index'),
    }
  }

  proved(): void {
    if (this.#open) this.#open.provedAt = this.now()
  }

  /** Whether the passphrase was given within the last minutes; a clock set back counts as long ago. */
  isFresh(): boolean {
    const passed = this.#open ? this.now() - this.#open.provedAt : Number.POSITIVE_INFINITY
    return passed >= 0 && passed < proofLastsMinutes * 60_000
  }

  end(): void {
    this.#open?.dataKey.fill(0)
    this.#open = undefined
  }
}
