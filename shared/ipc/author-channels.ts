import { z } from 'zod'
import { actionSchema } from '../cases/action.ts'
import { actionSignatureSchema } from '../proof/author-key.ts'

/** Who acted, proved: the signing key of whoever is signed in, which never leaves the machine's own process. */
export const authorChannels = {
  /**
   * Signs actions at the moment they are recorded. Refused: 'not-own-action' for another person's, station's or
   * machine's, 'other-time' for another moment's.
   */
  'actions.sign': {
    request: z.object({ actions: z.array(actionSchema).min(1).max(100) }),
    response: z.object({ signatures: z.array(actionSignatureSchema) }),
  },
  /** Puts the keys of this machine's people on file at the city, before what they signed goes there. */
  'user-keys.report': {
    request: z.object({}),
    response: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('known') }),
      z.object({ outcome: z.enum(['retry', 'stop']), reason: z.string() }),
    ]),
  },
}
