import { must } from '../../shared/base/must.ts'
import { addDays } from '../../shared/base/plain-date.ts'
import { findCertificate } from '../../shared/register/record.ts'
import { anyApplicant, holderApplies, withoutLetter, agentApplies, type Applicant } from './applicants.ts'
import type { CaseOrder, ReissueVariant } from './case-orders.ts'
import { contentOf } from './contents.ts'
import type { RegisterSetting } from './households.ts'
import type { CityKnowledge, Matter } from './matter.ts'
import { makeStrangers } from './movers.ts'
import { destinationElsewhere, makeDoor, neighbourhoods } from './places.ts'
import { otherStation } from './stock.ts'

type Facts = Readonly<Record<string, unknown>>

export interface ReissueSetting {
  readonly register: RegisterSetting
  /** Key of the original in the register, where the variant has one. */
  readonly originalKey: string | undefined
  readonly holder: Parameters<typeof holderApplies>[1] | undefined
  readonly cityAnswer: CityKnowledge | undefined
}

const lossStories = [
  '在赶集路上连同钱包一起丢了。',
  '坐班车时把文件袋落在车上，回去没有找到。',
  '搬家收拾东西时弄丢了，找了三天没有找到。',
  '被雨淋湿后家里老人当废纸扔了。',
]

/** Somebody's certificate was lost, has expired or is damaged. */
export function reissueMatter(order: CaseOrder, variant: ReissueVariant, setting: ReissueSetting): Matter {
  const { random } = setting.register
  const applicant = applicantOf(order, setting)
  const known = {
    ...lossFacts(setting, variant),
    contentChange: 'none',
    ...landingFacts(variant),
    ...originFacts(order, variant, setting),
  }
  const form: Matter['form'] = (stage) => {
    const original = setting.originalKey ? findCertificate(stage.records, setting.originalKey) : undefined
    return { ...known, ...applicant.facts, ...(original ? { original } : {}) }
  }
  return {
    caseType: 'migration-certificate-reissue',
    form,
    incompleteForm: (stage) => ({ ...form(stage), ...withoutLetter(applicant) }),
    receivedBy: applicant.name,
    newPersonIds: [random.uuid()],
    asksCity: variant === 'lineDown',
    ...(setting.cityAnswer ? { cityAnswer: setting.cityAnswer } : {}),
  }
}

function applicantOf({ route }: CaseOrder, { register, holder }: ReissueSetting): Applicant {
  if (route === 'supplementing' || !holder) return agentApplies(register, true)
  return anyApplicant(register, holder)
}

function lossFacts({ register: { random } }: ReissueSetting, variant: ReissueVariant): Facts {
  if (variant === 'expired' || variant === 'damaged') return { lossKind: variant, originalHandedBack: true }
  return { lossKind: 'lost', lossStatement: random.pick(lossStories) }
}

function landingFacts(variant: ReissueVariant): Facts {
  if (variant === 'lineDown') return { landingCheck: 'unknown' }
  return { landingCheck: 'not-landed', landingCheckedHow: '电话问迁入地派出所，值班民警答复没有落户' }
}

function originFacts(order: CaseOrder, variant: ReissueVariant, setting: ReissueSetting): Facts {
  if (variant === 'elsewhere') return { originalSource: 'elsewhere', issuingOffice: otherStation.name }
  if (variant === 'online') return { originalSource: 'online' }
  if (variant === 'counterfoil') return counterfoilFacts(order, setting)
  must(setting.originalKey, 'a reissue from the register has an original')
  return { originalSource: 'register' }
}

/** A certificate older than the register: only its paper counterfoil is left. */
function counterfoilFacts({ index }: CaseOrder, { register }: ReissueSetting): Facts {
  const { random } = register
  const issuedOn = addDays('2013-03-01', random.between(0, 900))
  const neighbourhood = random.pick(neighbourhoods)
  const journey = {
    persons: makeStrangers({ ...register, today: issuedOn }, random.between(1, 2)),
    detail: makeDoor(random, neighbourhood),
    committee: neighbourhood.committee,
    destination: destinationElsewhere(random),
  }
  return {
    originalSource: 'counterfoil',
    counterfoilSerial: `蒙${issuedOn.slice(0, 4)}-${String(4000 + index * 7).padStart(8, '0')}`,
    counterfoilIssuedOn: issuedOn,
    counterfoilContent: contentOf(random, issuedOn, journey),
  }
}
