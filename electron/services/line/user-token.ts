import { keyIdOf } from '../../../shared/proof/machine-key.ts'
import { presenceMessage } from '../../../shared/proof/presence.ts'
import type { ExchangeResult } from '../../../shared/ipc/line-channels.ts'
import { challengeSchema } from '../../../shared/sync/enrolment.ts'
import { userTokenSchema, type AskUserToken } from '../../../shared/sync/user-token.ts'
import type { OpenSession } from '../session/session.ts'
import { readAnswer, readFault, type Here } from './enrol.ts'
import type { ExchangeRequest } from './line.ts'

/** A token is renewed so long before its end: what is on a slow line still arrives with a good one. */
const renewSeconds = 120
/** A city that has no tokens, or does not know the key yet, is not asked with every message. */
const restSeconds = 60

/** The token to go with a question, none when the city has none for us now, or what stands in the way as the line answered it. */
export type Taken =
  | { readonly kind: 'token'; readonly token: string | undefined }
  | { readonly kind: 'instead'; readonly answer: ExchangeResult }

/** Shows the city that whoever is signed in sits here, and keeps the token that it gives for it; in memory alone. */
export class UserTokens {
  #held: { readonly token: string | undefined; readonly until: number } | undefined
  #asking: Promise<Taken> | undefined

  constructor(
    private readonly open: Pick<OpenSession, 'author' | 'signature'>,
    private readonly here: Here,
    private readonly exchange: (request: ExchangeRequest) => Promise<ExchangeResult>,
    /** Milliseconds since 1970; only what passes between two looks is used. */
    private readonly now: () => number,
  ) {}

  /** One question for a token at a time: pump and uploads ask at the same moment. */
  take(): Promise<Taken> {
    const held = this.#held
    if (held && this.now() < held.until) return Promise.resolve({ kind: 'token', token: held.token })
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined
    })
    return this.#asking
  }

  /** The city did not take it, or asks for one: the next question brings a new one. */
  drop(): void {
    this.#held = undefined
  }

  async #ask(): Promise<Taken> {
    const fresh = await this.exchange({ method: 'GET', path: '/v1/challenges' })
    const challenge = readAnswer(fresh, challengeSchema)
    if (!challenge) return { kind: 'instead', answer: fresh }
    const answer = await this.exchange({
      method: 'POST',
      path: '/v1/user-tokens',
      body: JSON.stringify(this.#signed(challenge.challenge)),
    })
    const given = readAnswer(answer, userTokenSchema)
    if (given) return this.#hold(given.token, given.lastsSeconds - renewSeconds)
    if (hasNoneForUs(answer)) return this.#hold(undefined, restSeconds)
    return { kind: 'instead', answer }
  }

  #hold(token: string | undefined, seconds: number): Taken {
    this.#held = { token, until: this.now() + seconds * 1000 }
    return { kind: 'token', token }
  }

  #signed(challenge: string): AskUserToken {
    const { author, signature } = this.open
    const keyId = keyIdOf(signature.publicKeyOf(author))
    const message = presenceMessage({ challenge, ...this.here, keyId })
    return { ...this.here, keyId, presence: { challenge, signature: signature.sign(author, message) } }
  }
}

/** A city of an older version, or one that has not heard of the key: it says itself whether it wants a token. */
function hasNoneForUs(answer: ExchangeResult): boolean {
  return answer.kind === 'answer' && (answer.status === 404 || readFault(answer)?.code === 'user-key-unknown')
}

/** Whether the city did not take a question because of its token. */
export function wantsNewToken(answer: ExchangeResult): boolean {
  return (
    answer.kind === 'answer' &&
    answer.status === 401 &&
    (readFault(answer)?.code ?? '').startsWith('user-token-')
  )
}
