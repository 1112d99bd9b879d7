import { addYears, dateInChinese, type PlainDate } from '../../base/plain-date.ts'
import { numberInForce } from '../../policy/instruments/index.ts'
import type { Setting } from '../../policy/rule.ts'
import type { SettlementFacts, Talent } from './fields.ts'
import { allOf, dayOfLaw, failed, fulfilled, lacking, open, type Standing } from './standing.ts'

type TalentKind = NonNullable<Talent['kind']>

const names: Readonly<Record<TalentKind, string>> = {
  staff: '党政机关、事业单位、国有企业、社会团体工作人员',
  transferred: '批准调入的工作人员',
  graduate: '高校毕业生',
  'secondary-graduate': '区内中职毕业生',
  'skill-grade': '有技术等级证书',
  'vocational-certificate': '有职业资格证书',
  'skilled-worker': '企事业单位需要的技术工人',
  returnee: '留学归国人员',
  'rural-student': '农村学生升学进城',
  soldier: '参军进城',
}

/** The paper that shows each of them; nothing of a dwelling, a job contract or insurance. */
export const talentProofs: Readonly<Record<TalentKind, string>> = {
  staff: '单位出具的工作人员证明',
  transferred: '组织、人事部门的调令',
  graduate: '毕业证书',
  'secondary-graduate': '毕业证书',
  'skill-grade': '技术等级证书',
  'vocational-certificate': '职业资格证书',
  'skilled-worker': '企事业单位需要技术工人的证明',
  returnee: '留学回国证明或者国外学历认证',
  'rural-student': '录取通知书',
  soldier: '入伍或者退役的材料',
}

/** 人才, 二(一)1(4). One of the kinds is enough; of several written down, each that is met is named. */
export function talent(facts: SettlementFacts, setting: Setting): Standing {
  const { hasTalent, talents = [] } = facts
  if (hasTalent === false) return failed('没有学历、技能、任职、留学、升学、参军的情况。', '')
  if (talents.length === 0) {
    return open(
      hasTalent ? '还没有写是哪一种。' : '还没有问学历、技能、任职、留学、升学、参军的情况。',
      hasTalent ? 'talents' : 'hasTalent',
    )
  }
  const standings = talents.map((each) => standingOf(each, setting))
  const passing = standings.filter(({ is }) => is === 'met')
  if (passing.length > 0) return fulfilled(passing.map(({ because }) => because).join(''))
  return (
    standings.find(({ is }) => is === 'lacking') ??
    standings.find(({ is }) => is === 'unknown') ??
    togetherFailed(standings)
  )
}

function togetherFailed(standings: readonly Standing[]): Standing {
  const unmet = standings.flatMap((each) => (each.is === 'unmet' ? [each] : []))
  return failed(
    unmet.map(({ because }) => because).join(''),
    Array.from(new Set(unmet.map(({ remedy }) => remedy))).join(''),
  )
}

function standingOf(each: Talent, setting: Setting): Standing {
  const { kind } = each
  if (kind === undefined) return open('还没有选是哪一种。', 'talents')
  const free = kind === 'staff' || kind === 'transferred' ? '不看住所。' : '不看住所、职业和社会保险。'
  return allOf(conditionOf(each, kind, setting), proofOf(each, kind), fulfilled(`${names[kind]}，${free}`))
}

function conditionOf(each: Talent, kind: TalentKind, setting: Setting): Standing {
  switch (kind) {
    case 'graduate':
      return allOf(recognised(each), graduatedInTime(each.graduatedOn, setting))
    case 'secondary-graduate':
      return allOf(schoolOfTheRegion(each), graduatedInTime(each.graduatedOn, setting))
    case 'rural-student':
    case 'soldier':
      return enteredInTime(each, setting)
    default:
      return fulfilled('')
  }
}

function proofOf({ proofSeen }: Talent, kind: TalentKind): Standing {
  const paper = talentProofs[kind]
  if (proofSeen === undefined) return open(`还没有看${paper}。`, 'talents')
  return proofSeen ? fulfilled('') : lacking(`还没有看到${paper}。`, `请带${paper}，原件看过即可。`)
}

function recognised({ recognised: isRecognised }: Talent): Standing {
  return isRecognised === false
    ? failed('学历没有得到国家认可。', '查得到学历认证的再来；有技术等级证书或者职业资格证书的，按证书申请。')
    : fulfilled('')
}

function schoolOfTheRegion({ schoolInRegion }: Talent): Standing {
  if (schoolInRegion === undefined) return open('还没有问学校在不在自治区内。', 'talents')
  return schoolInRegion
    ? fulfilled('')
    : failed(
        '中等职业学校毕业生只限自治区内的学校，外地学校的不算。',
        '有技术等级证书或者职业资格证书的，按证书申请。',
      )
}

const otherItem = '有技能证书、住房、投靠、就业居住等别的条件的，按别的条件申请。'

function graduatedInTime(graduatedOn: PlainDate | undefined, setting: Setting): Standing {
  if (!graduatedOn) return open('还没有填毕业日期。', 'talents')
  if (graduatedOn > setting.day) {
    return failed(`毕业日期${dateInChinese(graduatedOn)}还没有到。`, '毕业以后凭毕业证书申请。')
  }
  return withinYears(graduatedOn, `${dateInChinese(graduatedOn)}毕业`, setting)
}

function enteredInTime({ enteredOn }: Talent, setting: Setting): Standing {
  if (setting.options['rural-students-and-soldiers-time-limit'] === 'none') return fulfilled('')
  if (!enteredOn) return open('还没有填升学或者参军的日期。', 'talents')
  return withinYears(enteredOn, `${dateInChinese(enteredOn)}升学或者参军`, setting)
}

/** Less than the years of the notice: the day that completes them is not within, unless the setting says so. */
function withinYears(since: PlainDate, what: string, setting: Setting): Standing {
  const years = numberInForce('graduate-years', dayOfLaw(setting))
  const anniversary = addYears(since, years)
  const countsThatDay = setting.options['graduate-fifth-anniversary'] === 'within'
  if (setting.day < anniversary || (countsThatDay && setting.day === anniversary)) {
    return fulfilled(`${what}，到今天未满${years}年。`)
  }
  return failed(`${what}，到${dateInChinese(anniversary)}已满${years}年。`, otherItem)
}
