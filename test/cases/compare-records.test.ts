import { describe, expect, it } from 'vitest'
import { recordDifferencesOf } from '../../shared/cases/compare-records.ts'
import { applyAction, recordsTouchedBy } from '../../shared/cases/apply-action.ts'
import { must } from '../../shared/base/must.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import { findCaseType } from '../../shared/cases/registry.ts'
import { restoration } from '../../shared/cases/restoration-case/index.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import { makeBlank, makeRegister, makeStation, reissueActions } from '../builders/reissues.ts'
import { startOf } from '../builders/whole-walk.ts'

const station = makeStation(902)
const caseType = must(findCaseType('migration-certificate-reissue'), 'the reissue')

/** What each step of a reissue saw and made. */
function moments() {
  const records = new Map(makeRegister(station, 2).map((record) => [record.key, record]))
  let caseFile: CaseFile | undefined
  return new Map(
    reissueActions({ station, n: 0 }).map((action) => {
      const keys = recordsTouchedBy(action, caseType, caseFile)
      const base = keys.flatMap((key) => records.get(key) ?? [])
      const view = new Map(base.map((record) => [record.key, record]))
      const applied = applyAction(action, { caseType, caseFile, records: view })
      if (!applied.ok) throw new Error(applied.refusals[0]?.code)
      caseFile = applied.value.caseFile
      for (const record of applied.value.records) records.set(record.key, record)
      return [action.step, { base, mine: applied.value.records }] as const
    }),
  )
}

const viewOf = (records: readonly RegisterRecord[]) => new Map(records.map((record) => [record.key, record]))

describe('records of a refused step beside the city’s', () => {
  it('are told item by item: the sheet that a colleague spoiled meanwhile', () => {
    const { base, mine } = must(moments().get('print'), 'it prints')
    const blank = makeBlank(station, 0)
    const spoiled = {
      ...blank,
      state: 'spoiled' as const,
      spoiled: { on: '2026-03-01', reason: 'jammed' as const },
    }
    const city = viewOf([...base.filter(({ key }) => key !== blank.key), spoiled])
    const rows = recordDifferencesOf({ base, mine, city }).filter(({ key }) => key === blank.key)
    expect(rows.map(({ item, base: was, mine: ours, city: theirs }) => [item, was, ours, theirs])).toEqual([
      ['状态', '空白', '待确认出纸', '废张'],
      ['有效期至', undefined, '2026-04-09', undefined],
      ['废张', undefined, undefined, '2026-03-01 卡纸或者废张'],
    ])
    expect(rows[0]?.record).toContain(blank.serial.digits)
  })

  it('are silent where nothing moved and nothing was made', () => {
    const { base } = must(moments().get('accept'), 'it accepts')
    expect(recordDifferencesOf({ base, mine: [], city: viewOf(base) })).toEqual([])
  })

  it('name a person whose item was corrected meanwhile, and one who is not there any more', () => {
    const { records } = startOf(restoration, must(restoration.examples[0], 'an example'))
    const person = must(
      records.find((record) => record.kind === 'person'),
      'somebody is registered',
    )
    const corrected = { ...person, name: '样新名' }
    expect(recordDifferencesOf({ base: [person], mine: [], city: viewOf([corrected]) })).toEqual([
      {
        key: person.key,
        record: '样新名',
        item: '姓名',
        base: person.name,
        mine: person.name,
        city: '样新名',
      },
    ])
    const gone = recordDifferencesOf({ base: [person], mine: [], city: new Map() })
    expect(gone).toContainEqual(expect.objectContaining({ item: '姓名', mine: person.name, city: undefined }))
  })
})
