import { accepted, refused, type Refusal } from '../../base/outcome.ts'
import { dateInChinese } from '../../base/plain-date.ts'
import { classOn, localityKey, type LocalityRecord } from '../../register/locality.ts'
import { findLocality, type RecordView } from '../../register/record.ts'
import type { PartialFacts } from '../fields.ts'
import type { Level } from '../levels.ts'
import { actStep } from '../standard-steps/act.ts'
import { lawOf } from '../standard-steps/judged-form.ts'
import { standardWorkflow } from '../standard-steps/standard-workflow.ts'
import type { Step } from '../step.ts'
import { fields, type ReclassificationFacts } from './fields.ts'
import { policy } from './policy.ts'

export const decidedBy = (): readonly Level[] => ['station', 'county']

const keysOf = (form: PartialFacts) => {
  const { localityCode } = form as ReclassificationFacts
  return localityCode ? [localityKey(localityCode)] : []
}

/** What already holds is not written again. */
function unchanged(form: PartialFacts, records: RecordView): Refusal[] {
  const { newClass, from } = form as ReclassificationFacts
  const locality = keysOf(form)
    .map((key) => findLocality(records, key))
    .find((found) => found !== undefined)
  if (!locality || !from || classOn(locality, from) !== newClass) return []
  const message = `${locality.name}在${dateInChinese(from)}已经是这个分类，不用再登记。`
  return [{ code: 'class-unchanged', field: 'newClass', message }]
}

const law = lawOf(fields, policy, { recordsOf: keysOf, recordFaults: unchanged })

/** The locality with one more dated class; a class of the same day takes the earlier one's place. */
function reclassified(facts: ReclassificationFacts, before: LocalityRecord | undefined): LocalityRecord {
  const { localityCode = '', localityName = '', newClass = '', from = '' } = facts
  const others = (before?.classes ?? []).filter((each) => each.from !== from)
  return {
    kind: 'locality',
    key: localityKey(localityCode),
    code: localityCode,
    name: localityName.slice(0, 60),
    township: localityCode.slice(0, 9),
    version: before?.version ?? 0,
    classes: [...others, { from, class: newClass }].toSorted((a, b) => (a.from < b.from ? -1 : 1)),
  }
}

export const steps: Readonly<Record<string, Step>> = {
  ...standardWorkflow(law, { levels: decidedBy, afterwards: 'approved' }, ['station', 'county']),
  reclassify: actStep(fields, {
    name: '登记城乡分类',
    permission: 'register-people',
    from: ['approved'],
    to: ['closed'],
    title: '登记城乡分类',
    explain: '只改统计，从生效的日子起；不改任何人的户口，以前的报表不变。',
    fields: {},
    touches: ({ form }) => keysOf(form),
    decide: ({ caseFile, records }) => {
      const facts = caseFile.form as ReclassificationFacts
      const faults = unchanged(facts, records)
      if (faults.length > 0) return refused(...faults)
      const before = findLocality(records, localityKey(facts.localityCode ?? ''))
      return accepted({ status: 'closed', records: [reclassified(facts, before)] })
    },
  }),
}
