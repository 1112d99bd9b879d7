import { describe, expect, it } from 'vitest'
import { chifengTownships, townshipsOf } from '../../shared/codes/chifeng-township.ts'
import type { CodeTable } from '../../shared/codes/code-table.ts'
import { legacyHouseholdTypes } from '../../shared/codes/ga324-1-legacy-household-type.ts'
import { changeCategories } from '../../shared/codes/gat2000-24-change-category.ts'
import { householdNatures } from '../../shared/codes/gat2000-27-household-nature.ts'
import { regions } from '../../shared/codes/gbt2260-region.ts'
import { sexes } from '../../shared/codes/gbt2261-1-sex.ts'
import { maritalStatuses } from '../../shared/codes/gbt2261-2-marital-status.ts'
import { ethnicGroups } from '../../shared/codes/gbt3304-ethnic-group.ts'
import { educationLevels } from '../../shared/codes/gbt4658-education.ts'
import { familyRelations, headOfHousehold } from '../../shared/codes/gbt4761-family-relation.ts'
import { moveInReasons, moveReasons } from '../../shared/codes/move-reason.ts'
import { urbanRuralClasses } from '../../shared/codes/urban-rural-class.ts'

const tables: readonly (readonly [string, CodeTable, number])[] = [
  ['sex', sexes, 4],
  ['marital status', maritalStatuses, 8],
  ['ethnic groups', ethnicGroups, 58],
  ['education', educationLevels, 40],
  ['family relations', familyRelations, 84],
  ['kinds of change', changeCategories, 28],
  ['kinds of registration', householdNatures, 8],
  ['old kinds of registration', legacyHouseholdTypes, 9],
  ['urban and rural classes', urbanRuralClasses, 7],
  ['townships of Chifeng', chifengTownships, 197],
  ['reasons of moving out', moveReasons, 79],
  ['reasons of moving in', moveInReasons, 78],
  ['regions', regions, 34 + 342 + 2978 - 3],
]

function namesFound(table: CodeTable, typed: string): readonly string[] {
  return table.find(typed).map(({ name }) => name)
}

describe('every code table', () => {
  it.each(tables)(
    '%s: has its full number of codes, each once, each with words and initials',
    (_, table, count) => {
      expect(table.entries).toHaveLength(count)
      expect(new Set(table.entries.map(({ code }) => code)).size).toBe(count)
      for (const { code, name, initials } of table.entries) {
        expect(code).toMatch(/^\d+$/)
        expect(name).not.toBe('')
        expect(initials).toMatch(/^[a-z0-9]+$/)
      }
    },
  )

  it.each(tables)('%s: finds each entry first by its own code', (_, table) => {
    const some = table.entries.filter((_entry, index) => index % 50 === 0)
    for (const entry of some) expect(table.find(entry.code)[0]).toBe(entry)
  })
})

describe('looking a code up', () => {
  it('takes number, initials or words, the likeliest first', () => {
    expect(namesFound(ethnicGroups, '02')[0]).toBe('蒙古族')
    expect(namesFound(ethnicGroups, 'mgz')[0]).toBe('蒙古族')
    expect(namesFound(ethnicGroups, '蒙古')[0]).toBe('蒙古族')
    expect(namesFound(ethnicGroups, 'mz').slice(0, 2)).toEqual(['苗族', '满族'])
    expect(namesFound(ethnicGroups, '０２')).toEqual(['蒙古族'])
    expect(namesFound(ethnicGroups, 'MGZ')).toEqual(['蒙古族'])
  })

  it('gives everything for nothing typed and nothing for nonsense', () => {
    expect(ethnicGroups.find(' ')).toHaveLength(58)
    expect(ethnicGroups.find('qqq')).toEqual([])
  })

  it('may miss by name and may not miss by get', () => {
    expect(sexes.name('2')).toBe('女')
    expect(sexes.name('7')).toBeUndefined()
    expect(sexes.get('1').name).toBe('男')
    expect(() => sexes.get('7')).toThrow(RangeError)
  })
})

describe('what the tables say beside the words', () => {
  it('knows college and above, groups of kin, legacy kinds and the classes to be confirmed', () => {
    expect(educationLevels.get('31').isCollegeOrAbove).toBe(true)
    expect(educationLevels.get('61').isCollegeOrAbove).toBe(false)
    expect(familyRelations.name(headOfHousehold)).toBe('户主')
    expect(familyRelations.get('53').group).toBe(familyRelations.get('50').group)
    expect(householdNatures.get('12').isLegacy).toBe(true)
    expect(householdNatures.get(legacyHouseholdTypes.get('2').becomes).name).toBe('家庭户口')
    expect(urbanRuralClasses.get('123')).toMatchObject({ isUrban: true, isToBeConfirmed: true })
    expect(urbanRuralClasses.get('220').isUrban).toBe(false)
  })

  it('keeps the townships of a county together', () => {
    expect(townshipsOf('150402')).toHaveLength(15)
    expect(townshipsOf('150402').every(({ code }) => code.startsWith('150402'))).toBe(true)
  })

  it('has the words of the direction one moves in', () => {
    expect(moveReasons.get('95')).toMatchObject({ name: '搬迁', systemCode: '0495' })
    expect(moveInReasons.get('95')).toMatchObject({ name: '市内迁居', systemCode: '0595' })
    expect(moveReasons.name('69')).toBeUndefined()
    expect(moveInReasons.name('91')).toBeUndefined()
    expect(moveReasons.get('38').isObsolete).toBe(true)
  })
})
