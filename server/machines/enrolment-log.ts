import { open, readFile } from 'node:fs/promises'
import { z } from 'zod'

const instant = z.iso.datetime()

/** A machine got a certificate, by a code when it was its first. */
const machineEnrolledSchema = z.object({
  station: z.string(),
  device: z.string(),
  /** SHA-256 over the certificate, hexadecimal. */
  fingerprint: z.string(),
  issuedAt: instant,
  until: instant,
  /** Its signing key, certified in the same step; hexadecimal. */
  publicKey: z.string().exactOptional(),
  code: z.object({ digest: z.string(), usedBy: z.string(), certificate: z.string() }).exactOptional(),
})
export type MachineEnrolled = z.infer<typeof machineEnrolledSchema>

/** Where it becomes safe from a power cut that a code is used up and a machine has its certificate. */
export interface EnrolmentLog {
  append(enrolled: MachineEnrolled): Promise<void>
}

export const enrolmentIsSafe: EnrolmentLog = { append: () => Promise.resolve() }

/** One line a certificate, synced before it is handed out: what an embedded store is built again from, beside the journal. */
export function enrolmentLogIn(path: string): EnrolmentLog {
  return {
    append: async (enrolled) => {
      const file = await open(path, 'a', 0o600)
      try {
        await file.writeFile(`${JSON.stringify(enrolled)}\n`)
        await file.sync()
      } finally {
        await file.close()
      }
    },
  }
}

/** Everything in the log; a last line that a power cut tore off was never acknowledged and does not count. */
export async function readEnrolments(path: string): Promise<MachineEnrolled[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const lines = text.split('\n').slice(0, -1)
  return lines.flatMap((line) => {
    const read = machineEnrolledSchema.safeParse(jsonOrNothing(line))
    return read.success ? [read.data] : []
  })
}

function jsonOrNothing(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch {
    return undefined
  }
}
