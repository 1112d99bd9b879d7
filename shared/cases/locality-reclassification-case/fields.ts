import { defineFields, type FactsOf } from '../fields.ts'

/** What is noted when a village or neighbourhood is counted otherwise from a day on. */
export const fields = defineFields({
  localityCode: { kind: 'text', label: '居（村）委会统计用区划代码', hint: '12 位数字' },
  localityName: { kind: 'text', label: '居（村）委会名称' },
  newClass: { kind: 'code', label: '新的城乡分类', table: 'urban-rural-class' },
  from: { kind: 'date', label: '从哪天起' },
  document: { kind: 'text', label: '依据的文件和文号', hint: '统计部门发布的区划代码，或者政府批复' },
  documentSeen: { kind: 'yesNo', label: '文件看过' },
})
export type ReclassificationFacts = FactsOf<typeof fields>
