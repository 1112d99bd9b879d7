import { accepted } from '../../base/outcome.ts'
import { dateInChinese } from '../../base/plain-date.ts'
import { listSection } from '../../documents/form-sections.ts'
import { officialPage, officialTitle } from '../../documents/official-page.ts'
import { signatureLines } from '../../documents/signature-lines.ts'
import { footLine, numberLine } from '../../documents/slip-head.ts'
import { paragraph } from '../../documents/title-block.ts'
import { residentKey } from '../../people/resident.ts'
import type { CaseFile } from '../case-file.ts'
import type { Paper } from '../case-type.ts'
import { registerPapers } from '../register-papers.ts'
import { headOf } from '../slip-papers.ts'
import { fields, type DisposalFacts } from './fields.ts'

const waysOut = new Map(
  fields.members.columns.wayOut.choices.map(({ value, label }): [string, string] => [value, label]),
)

/** Every member with the own way out, for the archive and the unit (集体户成员去处名单). */
const list: Paper = {
  id: 'members-and-ways-out',
  name: '集体户成员去处名单',
  kind: 'archive',
  occasion: 'decided',
  available: ({ form, steps }) =>
    steps.some(({ step }) => step === 'accept' || step === 'amend') &&
    ((form as DisposalFacts).members?.length ?? 0) > 0,
  touches: () => [],
  make: (context) => {
    const head = headOf(context)
    const { household, members = [], noticeOn } = context.caseFile.form as DisposalFacts
    const title = '集体户成员去处名单'
    return accepted({
      ...officialPage(title, footLine(head)),
      content: [
        ...officialTitle(head.station, title, numberLine(head)),
        paragraph(
          `${household?.unitName ?? ''}（户号${household?.number ?? ''}）${noticeOn ? `，${dateInChinese(noticeOn)}告知各人` : ''}。处置集体户不注销任何人的户口，各人公民身份号码不变。`,
          10.5,
        ),
        listSection(
          '成员和去处',
          ['序号', '姓名', '公民身份号码', '去处', '户号', '已告知'],
          members.map(({ member, wayOut, target, informed }) => [
            member?.name ?? '',
            member?.citizenId ?? '',
            waysOut.get(wayOut ?? '') ?? '',
            target?.number ?? '',
            informed ? '是' : '否',
          ]),
          [26, 80, 120, '*', 70, 45],
          '没有在册的人。',
        ),
        signatureLines(
          [
            { label: '单位（协管员）', printed: '' },
            { label: '承办人', printed: `${head.clerk} ${head.clerkNumber}` },
          ],
          dateInChinese(head.day),
        ),
      ],
    })
  },
}

function memberKeys({ form }: CaseFile): string[] {
  const { members = [] } = form as DisposalFacts
  return members.flatMap(({ member }) => (member?.personId ? [residentKey(member.personId)] : []))
}

export const papers: readonly Paper[] = [list, ...registerPapers(memberKeys)]
