import { describe, expect, it } from 'vitest'
import { migrationCertificateValues } from '../../shared/documents/migration-certificate-values.ts'
import { certificate, holder, issue, serial, spouse, wording } from './made-up-certificate.ts'

describe('what stands in the boxes of a migration certificate', () => {
  const values = migrationCertificateValues(certificate(holder, spouse), serial, issue, wording)

  it('calls the first person the holder and the second by relation', () => {
    expect([values.relation1, values.relation2]).toEqual(['持证人', '妻'])
  })

  it('closes the unused columns once, in the first of them', () => {
    expect([values.relation3, values.relation4]).toEqual(['以下空白', ''])
    expect(Object.values(values).filter((value) => value === '以下空白')).toHaveLength(1)
  })

  it('closes nothing when all four columns are used', () => {
    const full = migrationCertificateValues(
      certificate(holder, spouse, spouse, spouse),
      serial,
      issue,
      wording,
    )
    expect(Object.values(full)).not.toContain('以下空白')
  })

  it('prints words for codes and takes dates apart', () => {
    expect(values).toMatchObject({
      sex1: '男',
      sex2: '女',
      ethnicGroup1: '蒙古族',
      birthYear2: '1991',
      birthMonth2: '11',
      birthDay2: '20',
      issuedYear: '2026',
      issuedMonth: '03',
      issuedDay: '01',
      validDay: '31',
    })
  })

  it('stars a whole household and leaves the place empty otherwise', () => {
    expect(values.wholeHousehold).toBe('★全户迁移★')
    const part = { ...certificate(holder), wholeHousehold: false }
    expect(migrationCertificateValues(part, serial, issue, wording).wholeHousehold).toBe('')
  })

  it('says the region once, even when the address repeats it', () => {
    const content = certificate(holder)
    const repeated = { ...content.origin, detail: `${content.origin.regionName}样例路1号` }
    const { origin } = migrationCertificateValues({ ...content, origin: repeated }, serial, issue, wording)
    expect(origin).toBe('内蒙古自治区赤峰市红山区样例路1号')
  })

  it('carries the remark of a reissue and the number across the tear line', () => {
    expect(values.remark).toContain('蒙迁字第00098765号')
    expect(values.serial).toBe('蒙00123456')
  })
})
