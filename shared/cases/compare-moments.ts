import { dequal } from 'dequal'
import type { CaseFile } from './case-file.ts'
import type { CaseType } from './case-type.ts'
import type { Field } from './fields.ts'

/** One item of a case that is not the same in all three; `undefined` where it is not there. */
export interface Difference {
  readonly name: string
  readonly field: Field
  readonly base: unknown
  readonly mine: unknown
  readonly city: unknown
}

export interface Moments {
  readonly base: Pick<CaseFile, 'form'> | undefined
  readonly mine: Pick<CaseFile, 'form'> | undefined
  readonly city: Pick<CaseFile, 'form'> | undefined
}

/** Field by field, in the form's order: where what was done here, what the city has and the common base differ. */
export function differencesOf(caseType: CaseType, { base, mine, city }: Moments): Difference[] {
  return Object.entries(caseType.fields).flatMap(([name, field]) => {
    const [ours, theirs, before] = [mine, city, base].map((caseFile) => caseFile?.form[name])
    const isSame = dequal(ours, theirs) && dequal(ours, before)
    return isSame ? [] : [{ name, field, base: before, mine: ours, city: theirs }]
  })
}
