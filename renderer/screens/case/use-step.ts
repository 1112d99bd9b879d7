import { useState } from 'react'
import type { Refusal } from '../../../shared/base/outcome.ts'
import type { Action } from '../../../shared/cases/action.ts'
import type { CaseFile } from '../../../shared/cases/case-file.ts'
import type { CaseType } from '../../../shared/cases/case-type.ts'
import type { Conclusion } from '../../../shared/policy/judge.ts'
import { useRecordStep } from '../../desk/desk.tsx'

export interface CaseProps {
  readonly caseFile: CaseFile
  readonly caseType: CaseType
  /** What the rules come to on the case's facts today. */
  readonly conclusion?: Conclusion
}

/** Takes a step on this case and keeps the reasons when it is refused. */
export function useStep({ caseFile, caseType }: CaseProps) {
  const record = useRecordStep()
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const take = async (step: string, facts: Action['facts']): Promise<boolean> => {
    const taken = await record({ caseType: caseType.id, caseId: caseFile.id, step, facts })
    setRefusals(taken.ok ? [] : taken.refusals)
    return taken.ok
  }
  return { take, refusals, setRefusals }
}
