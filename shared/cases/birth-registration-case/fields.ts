import { defineFields, type FactsOf } from '../fields.ts'
import { elsewhereFields } from '../police-checks.ts'
import { abroadFields, birthFields, type childColumns } from './child-fields.ts'
import { declarantFields } from './declarant.ts'
import { grandparentFields, parentFields, testFields } from './parent-fields.ts'

/** What is asked when a birth is declared. */
export const fields = defineFields({
  ...birthFields,
  ...abroadFields,
  ...parentFields,
  ...grandparentFields,
  ...testFields,
  ...elsewhereFields,
  ...declarantFields,
})

export type BirthFacts = FactsOf<typeof fields>
export type ChildFacts = FactsOf<typeof childColumns>

/** The form's pages, in the order in which the papers lie on the counter. */
export const form = [
  { title: '孩子', fields: Object.keys(birthFields) },
  { title: '父母', fields: Object.keys(parentFields) },
  { title: '国外出生、国籍', fields: Object.keys(abroadFields) },
  { title: '祖父母、亲子鉴定', fields: [...Object.keys(grandparentFields), ...Object.keys(testFields)] },
  { title: '是否在别处登记', fields: Object.keys(elsewhereFields) },
  { title: '申报人', fields: Object.keys(declarantFields) },
]
