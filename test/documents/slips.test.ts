import { describe, expect, it } from 'vitest'
import { alignmentGrid } from '../../shared/documents/alignment-grid.ts'
import { noCalibration } from '../../shared/documents/calibration.ts'
import { migrationCertificateForm } from '../../shared/documents/migration-certificate-form.ts'
import { madeUpSlips } from './made-up-slips.ts'

const papers = {
  ...madeUpSlips,
  'alignment-grid': alignmentGrid(migrationCertificateForm, noCalibration, '样例打印机'),
}

describe('every slip', () => {
  it.each(Object.entries(papers))(
    '%s is plain data that can be sent to a worker and filed',
    (_name, paper) => {
      expect(structuredClone(paper)).toEqual(paper)
      expect(JSON.parse(JSON.stringify(paper))).toEqual(paper)
    },
  )
})

describe('the receipt', () => {
  const words = JSON.stringify(papers.receipt)

  it('says that nobody has to give up land or collective rights', () => {
    expect(words).toMatch(/不以退出土地承包经营权.*宅基地使用权.*集体收益分配权为条件/)
  })

  it('says why personal data are processed, what is pending and how to ask', () => {
    expect(words).toContain('为履行户口登记的法定职责处理您的个人信息')
    expect(words).toContain('待办：迁入地是否已经落户')
    expect(words).toContain('查询：')
  })

  it('lists what was handed in, and calls the station’s own records free of charge to the applicant', () => {
    expect(words).toContain('补发申请（含遗失声明）')
    expect(words).toContain('本所档案（免交）')
  })
})

describe('the decision of refusal', () => {
  it('gives facts, evidence, clause, both remedies and their time limits', () => {
    const words = JSON.stringify(papers['decision-of-refusal'])
    for (const part of [
      '查明的事实',
      '证据',
      '依据',
      '六十日内',
      '行政复议',
      '六个月内',
      '行政诉讼',
      '怎样可以再申请',
    ])
      expect(words).toContain(part)
  })
})
