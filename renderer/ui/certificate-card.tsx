import { dateInChinese } from '../../shared/base/plain-date.ts'
import { ethnicGroups } from '../../shared/codes/gbt3304-ethnic-group.ts'
import { sexes } from '../../shared/codes/gbt2261-1-sex.ts'
import { groupCitizenId } from '../../shared/people/citizen-id.ts'
import {
  serialInWords,
  type CertificateContent,
  type CertificateRecord,
} from '../../shared/register/certificate.ts'
import { SheetStatements } from './sheet-statements.tsx'
import { SheetTag } from './sheet-tag.tsx'

/** A certificate as it was issued, and in plain words what is known of it and what cannot be known here. */
export function CertificateCard({ certificate }: { readonly certificate: CertificateRecord }) {
  return (
    <div className="certificate block">
      <strong>{serialInWords(certificate.serial)}</strong>（{certificate.serial.printYear}年印制）{' '}
      <SheetTag sheet={certificate} />
      {certificate.content ? <ContentTable content={certificate.content} /> : null}
      <SheetStatements sheet={certificate} />
    </div>
  )
}

export function ContentTable({ content }: { readonly content: CertificateContent }) {
  return (
    <table>
      <tbody>
        {content.persons.map((person) => (
          <tr key={`${person.name}${person.citizenId}`}>
            <th>{person.relation}</th>
            <td>{person.name}</td>
            <td>{sexes.name(person.sex)}</td>
            <td>{ethnicGroups.name(person.ethnicGroup)}</td>
            <td>{dateInChinese(person.birthDate)}</td>
            <td>{groupCitizenId(person.citizenId)}</td>
            <td>{person.moveReason}</td>
          </tr>
        ))}
        <tr>
          <th>原住址</th>
          <td colSpan={6}>
            {content.origin.regionName}
            {content.origin.detail}
          </td>
        </tr>
        <tr>
          <th>迁往地址</th>
          <td colSpan={6}>
            {content.destination.regionName}
            {content.destination.detail}
          </td>
        </tr>
      </tbody>
    </table>
  )
}
