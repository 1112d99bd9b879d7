import { extractRegister, type RegisterExtract } from '../../../shared/statistics/register-extract.ts'
import { useDesk } from '../../desk/desk.tsx'
import { useRegisterRevision } from '../../desk/use-register-revision.ts'
import type { Register } from '../../local/register.ts'

interface Kept {
  readonly revision: number
  readonly extract: RegisterExtract
}

const keptExtracts = new WeakMap<Register, Kept>()

/** The register in the order in which pages and statistics ask for it; made once for each state of it. */
export function useRegisterExtract(): RegisterExtract {
  const { store } = useDesk()
  const revision = useRegisterRevision()
  const kept = keptExtracts.get(store.register)
  if (kept?.revision === revision) return kept.extract
  const extract = extractRegister(store.register.all())
  keptExtracts.set(store.register, { revision, extract })
  return extract
}
