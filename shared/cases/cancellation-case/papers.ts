import { accepted, refused } from '../../base/outcome.ts'
import { cancellationProof } from '../../documents/cancellation-proof.ts'
import { householdKey } from '../../people/household.ts'
import { cancelCauseNames, residentKey } from '../../people/resident.ts'
import { personItemInWords } from '../../register/register-changes.ts'
import { findHousehold, findPerson } from '../../register/record.ts'
import type { CaseFile } from '../case-file.ts'
import type { Paper } from '../case-type.ts'
import { registerPapers } from '../register-papers.ts'
import { headOf } from '../slip-papers.ts'
import type { CancellationFacts } from './fields.ts'

const personKeys = ({ form }: CaseFile) => {
  const { person } = form as CancellationFacts
  return person?.personId ? [residentKey(person.personId)] : []
}

/** 户口注销证明 for the family or the receiving station. */
const proof: Paper = {
  id: 'cancellation-proof',
  name: '户口注销证明',
  kind: 'slip',
  occasion: 'result',
  available: ({ status }) => status === 'closed',
  touches: personKeys,
  make: (context) => {
    const { caseFile, records, day } = context
    const person = personKeys(caseFile)
      .map((key) => findPerson(records, key))
      .find((found) => found !== undefined)
    if (!person) return refused({ code: 'nobody-registered', message: '登记里没有这个人，不能打印证明。' })
    const household = findHousehold(records, householdKey(person.householdNumber))
    const head = findPerson(records, residentKey(household?.headPersonId ?? ''))
    const line = person.entries?.findLast(({ caseId, item }) => caseId === caseFile.id && item === '登记状态')
    return accepted(
      cancellationProof({
        head: headOf(context),
        name: person.name,
        sex: personItemInWords(person, 'sex'),
        ethnicGroup: personItemInWords(person, 'ethnicGroup'),
        birthDate: person.birthDate,
        citizenId: person.citizenId,
        householdNumber: person.householdNumber,
        headName: head?.name ?? '',
        relation: personItemInWords(person, 'relationToHead'),
        address: personItemInWords(person, 'address'),
        cause: person.statusCause ? cancelCauseNames[person.statusCause] : '',
        cancelledOn: person.statusOn ?? day,
        remark: line?.reason ?? '',
      }),
    )
  },
}

export const papers: readonly Paper[] = [...registerPapers(personKeys, { withPage: false }), proof]
