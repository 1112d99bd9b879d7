import { dateInChinese } from '../../shared/base/plain-date.ts'
import { sexes } from '../../shared/codes/gbt2261-1-sex.ts'
import { groupCitizenId } from '../../shared/people/citizen-id.ts'
import {
  moveInPermitSerialInWords,
  type MoveInPermitContent,
  type MoveInPermitRecord,
} from '../../shared/register/move-in-permit.ts'
import type { SheetRecord } from '../../shared/register/record.ts'
import { CertificateCard } from './certificate-card.tsx'
import { SheetStatements } from './sheet-statements.tsx'
import { SheetTag } from './sheet-tag.tsx'

/** A numbered sheet of whichever kind. */
export function SheetCard({ sheet }: { readonly sheet: SheetRecord }) {
  return sheet.kind === 'certificate' ? (
    <CertificateCard certificate={sheet} />
  ) : (
    <PermitCard permit={sheet} />
  )
}

/** A move-in permit as it was issued, and in plain words what is known of it. */
export function PermitCard({ permit }: { readonly permit: MoveInPermitRecord }) {
  return (
    <div className="certificate block">
      <strong>{moveInPermitSerialInWords(permit.serial)}</strong>（{permit.serial.printYear}年印制）{' '}
      <SheetTag sheet={permit} />
      {permit.content ? <PermitTable content={permit.content} /> : null}
      <SheetStatements sheet={permit} />
    </div>
  )
}

function PermitTable({ content }: { readonly content: MoveInPermitContent }) {
  const { applicant, movers, moversAddress, moversOffice, destination, reason } = content
  const lines = [
    ['迁移人现住址', `${moversAddress}（${moversOffice}）`],
    ['迁入地址', `${destination.regionName}${destination.detail}`],
    ['准迁原因', reason],
  ] as const
  return (
    <table>
      <tbody>
        <tr>
          <th>申请人</th>
          <td>{applicant.name}</td>
          <td colSpan={3}>
            {groupCitizenId(applicant.citizenId)} {applicant.address}
          </td>
        </tr>
        {movers.map((mover) => (
          <tr key={mover.citizenId}>
            <th>{mover.relation}</th>
            <td>{mover.name}</td>
            <td>{sexes.name(mover.sex)}</td>
            <td>{dateInChinese(mover.birthDate)}</td>
            <td>{groupCitizenId(mover.citizenId)}</td>
          </tr>
        ))}
        {lines.map(([label, words]) => (
          <tr key={label}>
            <th>{label}</th>
            <td colSpan={4}>{words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
