import { algorithmOfSuite, type SignatureAlgorithm } from '../../../shared/proof/signature-port.ts'
import type { User } from '../../../shared/people/user.ts'
import { suiteNamed } from '../../../shared/seal/suites.ts'
import type { SuiteName } from '../../../shared/seal/cipher-suite.ts'
import { openAttachmentFiles, type AttachmentFiles } from '../attachments/attachment-files.ts'
import { openCheckpoints, type CheckpointFiles } from '../journal/checkpoint-files.ts'
import type { Bound } from '../cards/card-binding.ts'
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
  readonly checkpoints: CheckpointFiles
  readonly dataKey: Uint8Array
  /** Secret half of the person's own signing key. */
  readonly author: Uint8Array
  /** The card that the person's lock needs, while it is in. */
  card?: Bound | undefined
  /** What this machine and its people sign with. */
  readonly signature: SignatureAlgorithm
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

  begin(
    user: User,
    suiteName: SuiteName,
    dataKey: Uint8Array,
    { author, card }: { readonly author: Uint8Array; readonly card?: Bound | undefined },
  ): PageKeys {
    this.end()
    const suite = suiteNamed(suiteName)
    const secrets = openSecrets(this.dataFolder, suite, dataKey)
    const attachments = openAttachmentFiles(this.dataFolder, suite, dataKey, this.now)
    const checkpoints = openCheckpoints(this.dataFolder, suite, dataKey)
    const signature = algorithmOfSuite(suiteName)
    this.#open = {
      user,
      secrets,
      attachments,
      checkpoints,
      dataKey,
      author,
      card,
      signature,
      provedAt: this.now(),
    }
    return {
      suite: suiteName,
      records: suite.derive(dataKey, 'records'),
      index: suite.derive(dataKey, 'index'),
    }
  }

  /** The card was bound or released while its owner is signed in. */
  holdCard(card: Bound | undefined): void {
    if (this.#open) this.#open.card = card
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
    this.#open?.author.fill(0)
    this.#open?.card?.secret.fill(0)
    this.#open = undefined
  }
}
