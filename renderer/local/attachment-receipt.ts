import { accepted, type Outcome } from '../../shared/base/outcome.ts'
import { attachmentKey } from './attachment-rows.ts'
import type { PlanBuilder } from './plan-builder.ts'

/** The city has the file: nothing is left to send. */
export async function takeReceipt(
  { desk, changes }: PlanBuilder,
  { digest, caseId }: { readonly digest: string; readonly caseId: string },
): Promise<Outcome<true>> {
  const row = await desk.database.attachments.get(attachmentKey(desk.codec, caseId, digest))
  if (!row) return accepted(true)
  const { bundle: _onStick, ...known } = row
  changes.attachments.push({ ...known, state: 'received' })
  return accepted(true)
}
