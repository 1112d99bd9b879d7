import type { SaveResult } from '../../../shared/ipc/paper-channels.ts'
import type { SignInResult } from '../../../shared/ipc/station-channels.ts'
import type { Trail } from './trail.ts'

/** Who is at the desk, as far as the machine has seen: what it notes, it notes under that name. */
export interface Noted {
  signIn(userId: string, result: SignInResult): Promise<SignInResult>
  signedOut(): void
  saved(paper: string, result: SaveResult): Promise<SaveResult>
  printed(printer: string): Promise<void>
}

const nobody = 'nobody'

/** What passes through the machine, put on the trail on its way. */
export function notedOn(trail: Trail): Noted {
  let atTheDesk = nobody
  return {
    signIn: async (userId, result) => {
      if (result.outcome === 'welcome') {
        atTheDesk = userId
        await trail.note({ what: 'signed-in', userId })
      } else {
        await trail.note({ what: 'sign-in-refused', userId, waitSeconds: result.waitSeconds })
      }
      return result
    },
    signedOut: () => {
      atTheDesk = nobody
    },
    saved: async (paper, result) => {
      if (result.outcome === 'saved') {
        await trail.note({ what: 'file-saved', userId: atTheDesk, paper: paper.slice(0, 200) })
      }
      return result
    },
    printed: (printer) => trail.note({ what: 'printed', userId: atTheDesk, printer: printer.slice(0, 200) }),
  }
}
