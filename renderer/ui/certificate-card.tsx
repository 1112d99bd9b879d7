import { dateInChinese } from '../../shared/base/plain-date.ts'
import { spoilReasonWords, voidReasonWords } from '../../shared/cases/states.ts'
import { ethnicGroups } from '../../shared/codes/gbt3304-ethnic-group.ts'
import { sexes } from '../../shared/codes/gbt2261-1-sex.ts'
import { groupCitizenId } from '../../shared/people/citizen-id.ts'
import {
  serialInWords,
  type CertificateContent,
  type CertificateRecord,
} from '../../shared/register/certificate.ts'
import { today, useDesk } from '../desk/desk.tsx'
import { SheetTag } from './sheet-tag.tsx'

/** A certificate as it was issued, and in plain words what is known of it and what cannot be known here. */
export function CertificateCard({ certificate }: { readonly certificate: CertificateRecord }) {
  return (
    <div className="certificate block">
      <strong>{serialInWords(certificate.serial)}</strong>（{certificate.serial.printYear}年印制）{' '}
      <SheetTag certificate={certificate} />
      {certificate.content ? <ContentTable content={certificate.content} /> : null}
      <PlainStatements certificate={certificate} />
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

/** Was it issued here, is it in its days, has anybody landed, is it void, and what is unknown while offline. */
function PlainStatements({ certificate }: { readonly certificate: CertificateRecord }) {
  const { station } = useDesk()
  const { issue, landing, voided, spoiled, replacedBy, replaces } = certificate
  const ours = issue?.issuerCode === station.code
  return (
    <ul className="plain-statements">
      {issue ? (
        <li>
          {ours ? '本所签发' : `不是本所签发，签发机关：${issue.issuerName}`}，{dateInChinese(issue.issuedOn)}
          签发，
          {issue.validUntil < today()
            ? `${dateInChinese(issue.validUntil)}已过期`
            : `有效期到${dateInChinese(issue.validUntil)}`}
        </li>
      ) : null}
      {landing ? (
        <li>
          {dateInChinese(landing.on)}已在{landing.office}落户
        </li>
      ) : (
        <li>本机没有落户的记录；线路不通时，别处有没有落户不能知道</li>
      )}
      {voided ? (
        <li>
          {dateInChinese(voided.on)}作废：{voidReasonWords[voided.reason]}
        </li>
      ) : null}
      {spoiled ? (
        <li>
          {dateInChinese(spoiled.on)}废张：{spoilReasonWords[spoiled.reason]}
        </li>
      ) : null}
      {replacedBy ? <li>已由 {replacedBy.replace('certificate:', '')} 代替</li> : null}
      {replaces ? <li>补发自 {replaces.replace('certificate:', '')}</li> : null}
      {issue?.remark ? <li>备注：{issue.remark}</li> : null}
    </ul>
  )
}
