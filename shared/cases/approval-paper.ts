import { accepted } from '../base/outcome.ts'
import { dateInChina } from '../base/plain-date.ts'
import { approvalForm } from '../documents/approval-form.ts'
import type { Opinion } from '../documents/opinion-boxes.ts'
import { citeInWords } from '../policy/instruments/index.ts'
import type { Finding } from '../policy/judge.ts'
import type { CaseFile } from './case-file.ts'
import type { Paper, PaperContext } from './case-type.ts'
import { levelsOfDecision, type Level } from './levels.ts'
import { findingsOf, headOf } from './slip-papers.ts'

const verdictWords: Readonly<Record<Finding['verdict']['kind'], string>> = {
  met: '符合',
  unmet: '不符合',
  unknown: '还不知道',
  'not-applicable': '不涉及',
}

/** The approval form (审批表): the person, what was judged on which clause, the evidence, and a box for each level. */
export const approvalPaper: Paper = {
  id: 'approval-form',
  name: '审批表',
  kind: 'archive',
  occasion: 'decided',
  available: (caseFile) => caseFile.steps.some(({ step }) => step === 'accept' || step === 'amend'),
  touches: () => [],
  make: (context) => {
    const { caseFile, caseType } = context
    const { name, citizenId } = caseType.holder(caseFile.form)
    return accepted(
      approvalForm({
        title: `${caseType.name}审批表`,
        head: headOf(context),
        person: [
          { label: '姓名', text: name },
          { label: '公民身份号码', text: citizenId },
        ],
        facts: factsIn(context),
        evidence: caseType.materials(caseFile.form).map((material) => ({
          name: material.name,
          kind: evidenceWords[material.from],
        })),
        rules: findingsOf(context).flatMap(ruleLine),
        opinions: caseType.decidedBy(caseFile.form).map((level) => opinionOf(level, caseFile)),
      }),
    )
  },
}

const evidenceWords = { resident: '申请人提交', police: '民警制作', records: '本所档案' } as const

function factsIn(context: PaperContext): string[] {
  return findingsOf(context).flatMap(({ verdict, consequence }) =>
    verdict.kind === 'met' && consequence !== 'warn' && verdict.because !== '' ? [verdict.because] : [],
  )
}

function ruleLine({ title, citations, verdict }: Finding) {
  if (verdict.kind === 'not-applicable') return []
  return [
    { title, clause: citations.slice(0, 1).map(citeInWords).join(''), verdict: verdictWords[verdict.kind] },
  ]
}

/** What a level decided, when it did; an empty box before. */
function opinionOf(level: Level, { steps }: CaseFile): Opinion {
  const { step, office } = levelsOfDecision[level]
  const taken = steps.findLast((each) => each.step === step)
  const title = `${office}意见`
  if (!taken) return { title }
  return { title, decided: { text: '同意。', name: taken.by.name, on: dateInChina(taken.at) } }
}
