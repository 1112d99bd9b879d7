import { Descriptions } from 'antd'
import type { ReactNode } from 'react'
import type { CaseType } from '../../../shared/cases/case-type.ts'
import { isAsked, type Field, type FieldValue, type PartialFacts } from '../../../shared/cases/fields.ts'
import { moveReasons } from '../../../shared/codes/move-reason.ts'
import { CertificateCard, ContentTable } from '../../ui/certificate-card.tsx'
import { words } from '../../words/index.ts'

/** The facts as recorded, in the form's order. */
export function FactsTable({
  caseType,
  facts,
}: {
  readonly caseType: CaseType
  readonly facts: PartialFacts
}) {
  const names = caseType.form.flatMap((page) => page.fields)
  const items = names.flatMap((name) => {
    const field = caseType.fields[name]
    const value = facts[name]
    if (!field || value === undefined || !isAsked(field, facts)) return []
    return [{ key: name, label: field.label, children: showFact(field, value) }]
  })
  return <Descriptions size="small" column={1} items={items} />
}

function showFact(field: Field, value: unknown): ReactNode {
  switch (field.kind) {
    case 'choice':
      return field.choices?.find((choice) => choice.value === value)?.label ?? String(value)
    case 'yesNo':
      return value === true ? words.yes : words.no
    case 'code':
      return moveReasons.name(String(value)) ?? String(value)
    case 'place': {
      const place = value as FieldValue<'place'>
      return `${place.regionName}${place.detail}`
    }
    case 'certificate':
      return <CertificateCard certificate={value as FieldValue<'certificate'>} />
    case 'certificateContent':
      return <ContentTable content={value as FieldValue<'certificateContent'>} />
    case 'movers':
      return (value as FieldValue<'movers'>).map(({ name }) => name).join('、')
    case 'text':
    case 'longText':
    case 'name':
    case 'phone':
    case 'citizenId':
    case 'date':
      return String(value)
  }
}
