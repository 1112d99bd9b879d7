import { cityDecision, stationDecision } from '../deadline.ts'
import { defineCaseType } from '../define-case-type.ts'
import { keysOfPeopleEntered, registerPapers } from '../register-papers.ts'
import { examples } from './examples.ts'
import { fields, isLookedInto, pages, type OtherFacts } from './fields.ts'
import { forbidden, materials } from './materials.ts'
import { policy } from './policy.ts'
import { decidedBy, steps } from './workflow.ts'

/** 其他无户口人员落户: adoption, foundlings, released people and whoever else has none (赤政发〔2016〕50号, 二(三)). */
export const otherWithoutHukou = defineCaseType<OtherFacts>({
  id: 'other-without-hukou',
  name: '其他无户口人员落户',
  group: 'without-hukou',
  summary: '收养、捡拾、释放、身份不明等没有户口的，查清以后随配偶、父母、子女或者落在集体户。',
  keywords: ['无户口', '收养', '弃婴', '捡拾', '福利院', '释放', '流浪', '其他', 'qt', 'sy'],
  fields,
  form: pages,
  policy,
  materials,
  forbidden,
  steps,
  closed: ['closed', 'referred', 'refused', 'withdrawn'],
  papers: registerPapers((caseFile) => keysOfPeopleEntered(caseFile, 'register', 1)),
  deadline: (facts) => (isLookedInto(facts) ? cityDecision() : stationDecision()),
  decidedBy,
  examples,
  subject: ({ personName }) => personName ?? '',
  holder: ({ personName, usedNumber }) => ({ name: personName ?? '申请人', citizenId: usedNumber ?? '' }),
  rightOffice,
})

function rightOffice({ kind, nationality, trueIdentity }: OtherFacts): string {
  if (nationality === 'foreign') return '公安机关出入境管理部门'
  if (trueIdentity === 'had-hukou') return '真实户口所在地或者注销地派出所'
  return kind === 'de-facto-adoption' ? '旗县区民政部门' : '所随的人户口所在地派出所'
}
