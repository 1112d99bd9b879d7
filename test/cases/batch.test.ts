import { describe, expect, it } from 'vitest'
import { factsForSheet, linesOfList, sheetsOfList } from '../../shared/cases/batch.ts'
import { migrationCertificateReissue as caseType } from '../../shared/cases/migration-certificate-reissue-case/index.ts'
import { CaseWalk } from '../builders/case-walk.ts'
import { exampleCertificate, exampleStation } from '../../shared/cases/example-certificate.ts'
import { certificateKey, type CertificateRecord } from '../../shared/register/certificate.ts'

/** The school's students, each with a certificate of the same day. */
const students = Array.from({ length: 37 }, (_, at): CertificateRecord => {
  const serial = { printYear: 2026, prefix: '蒙', digits: String(700 + at).padStart(8, '0') }
  return { ...exampleCertificate, key: certificateKey(serial), serial, station: exampleStation.code }
})
const find = (line: string) => students.filter(({ serial }) => serial.digits.includes(line))

const shared = {
  originalSource: 'register',
  lossKind: 'lost',
  lossStatement: '学校搬办公室时一箱迁移证丢了。',
  contentChange: 'none',
  applicantKind: 'unit',
  applicantName: '样例老师',
  applicantCitizenId: '150499199203050006',
  unitLetter: true,
  identityChecked: true,
}
const { batch = { over: '', each: [] } } = caseType

describe('a batch of lost certificates', () => {
  it('reads a pasted list line by line, whatever ends a line', () => {
    expect(linesOfList(' 00000700\r\n\n00000701 \n')).toEqual(['00000700', '00000701'])
  })

  it('says which line means none, which several, and which stands twice', () => {
    const listed = sheetsOfList(['00000700', '000007', '99999999', '00000700'], find)
    expect(listed.map(({ found, again }) => [found, again])).toEqual([
      [1, false],
      [37, false],
      [0, false],
      [1, true],
    ])
  })

  it('becomes as many cases as certificates, each waiting for its own check', () => {
    const listed = sheetsOfList(
      students.map(({ serial }) => serial.digits),
      find,
    )
    const forms = listed.flatMap(({ sheet }) =>
      sheet ? [factsForSheet({ ...shared, landingCheck: 'not-landed' }, batch, sheet)] : [],
    )
    expect(forms).toHaveLength(37)
    expect(new Set(forms.map((form) => JSON.stringify(form['original']))).size).toBe(37)
    for (const form of forms) {
      const walk = new CaseWalk(caseType, '2026-03-13', ...students)
      expect(walk.open(form)).toContain('missing-fact')
      expect(walk.open({ ...form, landingCheck: 'not-landed', landingCheckedHow: '逐个查过' })).toEqual([])
    }
  })
})
