import { z } from 'zod'
import { addLine, readLines } from '../disk/line-log.ts'

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
  return { append: (enrolled) => addLine(path, enrolled) }
}

/** Everything in the log; a certificate whose line was torn off was never handed out. */
export function readEnrolments(path: string): Promise<MachineEnrolled[]> {
  return readLines(path, machineEnrolledSchema)
}
