import { Descriptions } from 'antd'
import type { ReactNode } from 'react'
import type { CaseType } from '../../../shared/cases/case-type.ts'
import {
  isAsked,
  type Field,
  type Fields,
  type FieldValue,
  type PartialFacts,
} from '../../../shared/cases/fields.ts'
import { findCodeTable } from '../../../shared/codes/code-tables.ts'
import { groupCitizenId } from '../../../shared/people/citizen-id.ts'
import { CertificateCard, ContentTable } from '../../ui/certificate-card.tsx'
import { PermitCard } from '../../ui/permit-card.tsx'
import { words } from '../../words/index.ts'

/** The facts as recorded, in the form's order. */
export function FactsTable({
  caseType,
  facts,
}: {
  readonly caseType: CaseType
  readonly facts: PartialFacts
}) {
  const shown = caseType.form.flatMap((page) => page.fields)
  const later = Object.keys(caseType.fields).filter((name) => !shown.includes(name))
  return <Facts fields={caseType.fields} names={[...shown, ...later]} facts={facts} />
}

function Facts({
  fields,
  names,
  facts,
}: {
  readonly fields: Fields
  readonly names: readonly string[]
  readonly facts: PartialFacts
}) {
  const items = names.flatMap((name) => {
    const field = fields[name]
    const value = facts[name]
    if (!field || value === undefined || !isAsked(field, facts)) return []
    return [{ key: name, label: field.label, children: showFact(field, value) }]
  })
  return <Descriptions size="small" column={1} items={items} />
}

/** A fact in the words of its form. */
export function showFact(field: Field, value: unknown): ReactNode {
  switch (field.kind) {
    case 'choice':
      return field.choices?.find((choice) => choice.value === value)?.label ?? String(value)
    case 'yesNo':
      return value === true ? words.yes : words.no
    case 'code':
      return findCodeTable(field.table ?? '').name(String(value)) ?? String(value)
    case 'place': {
      const place = value as FieldValue<'place'>
      return `${place.regionName}${place.detail}`
    }
    case 'certificate':
      return <CertificateCard certificate={value as FieldValue<'certificate'>} />
    case 'moveInPermit':
      return <PermitCard permit={value as FieldValue<'moveInPermit'>} />
    case 'certificateContent':
      return <ContentTable content={value as FieldValue<'certificateContent'>} />
    case 'movers':
      return (value as FieldValue<'movers'>).map(({ name }) => name).join('、')
    case 'resident': {
      const { name, citizenId = '' } = value as FieldValue<'resident'>
      return `${name} ${groupCitizenId(citizenId)}`
    }
    case 'household': {
      const { number, unitName = '' } = value as FieldValue<'household'>
      return `户号 ${number} ${unitName}`
    }
    case 'residencePermit': {
      const { number, holderName = '' } = value as FieldValue<'residencePermit'>
      return `${number} ${holderName}`
    }
    case 'rows': {
      const { columns = {} } = field
      const lines = value as FieldValue<'rows'>
      return (
        <ol className="lines">
          {lines.map((line, at) => (
            <li key={at}>
              <Facts fields={columns} names={Object.keys(columns)} facts={line} />
            </li>
          ))}
        </ol>
      )
    }
    case 'time':
    case 'number':
    case 'text':
    case 'longText':
    case 'name':
    case 'phone':
    case 'citizenId':
    case 'date':
      return String(value)
  }
}
