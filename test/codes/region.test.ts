import { describe, expect, it } from 'vitest'
import {
  findRegions,
  isInsideChifeng,
  isInsideInnerMongolia,
  regionName,
} from '../../shared/codes/gbt2260-region.ts'

describe('a region', () => {
  it.each([
    ['150402', '内蒙古自治区赤峰市红山区'],
    ['150400', '内蒙古自治区赤峰市'],
    ['150000', '内蒙古自治区'],
    ['110101', '北京市东城区'],
    ['500229', '重庆市城口县'],
    ['429004', '湖北省仙桃市'],
    ['441900', '广东省东莞市'],
    ['710000', '台湾省'],
  ])('%s is %s, without the words that only hold a place', (code, name) => {
    expect(regionName(code)).toBe(name)
  })

  it('that is not in today’s list has no name', () => {
    expect(regionName('150427')).toBeUndefined()
    expect(regionName('150499')).toBeUndefined()
    expect(regionName('')).toBeUndefined()
  })

  it('is inside by its digits, also when it no longer exists', () => {
    expect(isInsideChifeng('150427')).toBe(true)
    expect(isInsideInnerMongolia('150427')).toBe(true)
    expect(isInsideChifeng('150502')).toBe(false)
    expect(isInsideInnerMongolia('150502')).toBe(true)
    expect(isInsideInnerMongolia('210102')).toBe(false)
    expect(isInsideInnerMongolia('15')).toBe(false)
  })

  it('is found by code, own or full initials, own or full words, and by two words', () => {
    for (const typed of ['150402', '红山', '内蒙古自治区赤峰市红山', '赤峰 红山', 'cf hsq']) {
      expect(findRegions(typed, 30)[0]?.name).toBe('内蒙古自治区赤峰市红山区')
    }
    expect(findRegions('hsq', 30).map(({ code }) => code)).toContain('150402')
  })

  it('is given only as a county, and no more of them than asked for', () => {
    expect(findRegions('内蒙古', 30)).toHaveLength(30)
    expect(findRegions('赤峰', 100).every(({ level }) => level === 'county')).toBe(true)
  })
})
