import { argon2id } from 'hash-wasm'
import { z } from 'zod'
import { keyBytes } from './cipher-suite.ts'

/** What a guess costs: memory in KiB and passes over it. */
export const costSchema = z.object({
  memory: z.number().int().min(1024).max(1_048_576),
  passes: z.number().int().min(1).max(20),
})
export type Cost = z.infer<typeof costSchema>

/** For real people's data: a second RFC 9106 setting (64 MiB, three passes), about a third of a second at a counter. */
export const workingCost: Cost = { memory: 64 * 1024, passes: 3 }
/** For a practice station, whose passphrase is printed on the screen. */
export const practiceCost: Cost = { memory: 8 * 1024, passes: 1 }

/** 32 bytes from a passphrase (argon2id, RFC 9106). Typed in another Unicode form it is still the same passphrase. */
export function keyFromPassphrase(passphrase: string, salt: Uint8Array, cost: Cost): Promise<Uint8Array> {
  return argon2id({
    password: passphrase.normalize('NFKC'),
    salt,
    parallelism: 1,
    iterations: cost.passes,
    memorySize: cost.memory,
    hashLength: keyBytes,
    outputType: 'binary',
  })
}
