import { dateInChinese } from '../../shared/base/plain-date.ts'
import { spoilReasonWords, voidReasonWords } from '../../shared/cases/states.ts'
import type { SheetRecord } from '../../shared/register/record.ts'
import { today, useDesk } from '../desk/desk.tsx'

/** Was it issued here, is it in its days, has anybody landed, is it void, and what is unknown while offline. */
export function SheetStatements({ sheet }: { readonly sheet: SheetRecord }) {
  const { station } = useDesk()
  const { issue, landing, voided, spoiled, replacedBy, replaces } = sheet
  const ours = sheet.station === station.code
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
          {voided.by ? `（${voided.by}）` : ''}
        </li>
      ) : null}
      {spoiled ? (
        <li>
          {dateInChinese(spoiled.on)}废张：{spoilReasonWords[spoiled.reason]}
          {spoiled.by ? `（${spoiled.by}）` : ''}
        </li>
      ) : null}
      {replacedBy ? <li>已由 {numberIn(replacedBy)} 代替</li> : null}
      {replaces ? <li>补发自 {numberIn(replaces)}</li> : null}
      {issue?.remark ? <li>备注：{issue.remark}</li> : null}
    </ul>
  )
}

/** The number in a record's key. */
export function numberIn(key: string): string {
  return key.slice(key.indexOf(':') + 1)
}
