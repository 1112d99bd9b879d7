import { runCommand, type CommandEnd } from '../run-command.ts'
import { rsaKeysIn, tokensIn, type Token } from './token-list.ts'
import type { CardKey, SmartCards, Unsealed } from './smart-cards.ts'

/** Milliseconds: a card computes for a second at most; a reader that hangs must not hang the desk. */
const patience = 15_000

const oaep = ['--mechanism', 'RSA-PKCS-OAEP', '--hash-algorithm', 'SHA-1', '--mgf', 'MGF1-SHA1']

/**
 * Cards through the maker's PKCS #11 module, by OpenSC's pkcs11-tool: the maker's code runs in a process of its own,
 * without a shell. The PIN goes through that process's environment, never into its arguments. OAEP stands on SHA-1
 * because that is what every card can do; its strength does not rest on collisions.
 */
export function pkcs11Cards(module: string): SmartCards {
  const tool = (options: readonly string[], input?: Uint8Array, secrets: Record<string, string> = {}) =>
    runCommand('pkcs11-tool', ['--module', module, ...options], patience, input, secrets)
  const tokens = async (): Promise<readonly Token[]> => {
    const listed = await tool(['--list-token-slots'])
    return listed.end === 'done' ? tokensIn(listed.output) : []
  }
  const slotOf = async (serial: string) => (await tokens()).find((token) => token.serial === serial)?.slot
  return {
    keys: async () => {
      const found: CardKey[] = []
      for (const { slot, serial, label } of await tokens()) {
        const listed = await tool(['--slot', slot, '--list-objects', '--type', 'pubkey'])
        const ids = listed.end === 'done' ? rsaKeysIn(listed.output) : []
        found.push(...ids.map((id) => ({ serial, id, label })))
      }
      return found
    },
    publicKey: async ({ serial, id }) => {
      const slot = await slotOf(serial)
      if (slot === undefined) return undefined
      const read = await tool(['--slot', slot, '--read-object', '--type', 'pubkey', '--id', id])
      return read.end === 'done' ? read.bytes : undefined
    },
    unseal: async ({ serial, id }, pin, sealed) => {
      const slot = await slotOf(serial)
      if (slot === undefined) return { ok: false, why: 'card-missing' }
      const opening = ['--slot', slot, '--login', '--pin', 'env:CARD_PIN', '--decrypt', ...oaep, '--id', id]
      return unsealedBy(await tool(opening, sealed, { CARD_PIN: pin }))
    },
    isIn: async (serial) => (await slotOf(serial)) !== undefined,
  }
}

function unsealedBy(end: CommandEnd): Unsealed {
  if (end.end === 'done') return { ok: true, secret: end.bytes }
  const complaint = end.end === 'failed' ? end.complaint : ''
  if (complaint.includes('CKR_PIN_LOCKED')) return { ok: false, why: 'card-locked' }
  // A PIN that cannot be one (too short, too long, with letters where there are none) is a wrong one.
  if (/CKR_PIN_(INCORRECT|INVALID|LEN_RANGE)/.test(complaint)) return { ok: false, why: 'card-wrong-pin' }
  return { ok: false, why: 'card-failed' }
}
