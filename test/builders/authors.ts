import { accepted } from '../../shared/base/outcome.ts'
import type { Action, Actor } from '../../shared/cases/action.ts'
import {
  authorKeyOf,
  authorMessage,
  signedDigestOf,
  vouchFor,
  type ActionSignature,
  type AuthorKey,
} from '../../shared/proof/author-key.ts'
import { keyIdOf } from '../../shared/proof/machine-key.ts'
import { possessionMessage } from '../../shared/proof/possession.ts'
import { algorithmNamed, type AlgorithmName } from '../../shared/proof/signature-port.ts'
import { trailStart } from '../../shared/trail/trail-chain.ts'
import type { UserKeysReport } from '../../shared/sync/user-keys.ts'
import type { Introduced } from '../../renderer/sync/pump.ts'

/** Long before anything that the tests record. */
const beginning = '2026-01-01T00:00:00.000Z'

/** Nobody has to be made known: for cities of tests that ask for no signatures. */
export const introduced = (): Promise<Introduced> => Promise.resolve({ outcome: 'known' })

interface Person {
  readonly secret: Uint8Array
  readonly key: AuthorKey
}

/** One machine's own key and those of its people, made by chance the first time that somebody signs. */
export class MadeAuthors {
  readonly #algorithm
  readonly #machine: Uint8Array
  readonly #people = new Map<string, Person>()

  constructor(
    readonly station: string,
    readonly device: string,
    algorithm: AlgorithmName = 'ed25519',
    private readonly from = beginning,
  ) {
    this.#algorithm = algorithmNamed(algorithm)
    this.#machine = crypto.getRandomValues(new Uint8Array(32))
  }

  personOf({ userId, policeNumber, role }: Actor): Person {
    const known = this.#people.get(userId)
    if (known) return known
    const secret = crypto.getRandomValues(new Uint8Array(32))
    const { station, device, from } = this
    const bearer = { station, device, userId, policeNumber, role, from }
    const person = { secret, key: authorKeyOf(secret, this.#algorithm, bearer) }
    this.#people.set(userId, person)
    return person
  }

  /** An action's signature by its own author, or by somebody else who should not. */
  signatureOf(action: Action, by = action.by): ActionSignature {
    const { secret, key } = this.personOf(by)
    const signature = this.#algorithm.sign(secret, authorMessage(signedDigestOf(action)))
    return { id: action.id, keyId: key.keyId, signature }
  }

  readonly sign = async (actions: readonly Action[]) =>
    accepted(actions.map((action) => this.signatureOf(action)))

  /** The public half of the machine's own key. */
  get machineKey(): string {
    return this.#algorithm.publicKeyOf(this.#machine)
  }

  /** With it the machine signs and opens bundles. */
  get machineSecret(): Uint8Array {
    return this.#machine
  }

  /** Body of POST /v1/machine-reports without a proof: in a bundle, whose signature is one. */
  get trailReport() {
    const { station, device, machineKey: publicKey } = this
    return { station, device, trail: { n: 0, head: trailStart }, publicKey, listsDigest: '' }
  }

  /** Body of POST /v1/machine-reports, which must have the machine's key certified first; proved by a fresh challenge. */
  machineReport(challenge: string) {
    const { station, device, machineKey: publicKey } = this
    const message = possessionMessage({ station, device, publicKey, challenge })
    const possession = { challenge, signature: this.#algorithm.sign(this.#machine, message) }
    return { ...this.trailReport, possession }
  }

  /** Body of POST /v1/user-keys. */
  report(keys = [...this.#people.values()].map(({ key }) => key)): UserKeysReport {
    const { station, device } = this
    const machineKey = keyIdOf(this.machineKey)
    return {
      station,
      device,
      machineKey,
      keys: keys.map((key) => vouchFor(key, this.#machine, this.#algorithm)),
    }
  }
}
