import type { StateWord } from '../../shared/cases/states.ts'
import { citeInWords } from '../../shared/policy/instruments/index.ts'
import type { Finding, Judgement } from '../../shared/policy/judge.ts'
import { words } from '../words/index.ts'
import { focusField } from './focus.ts'
import { StateTag } from './state-tag.tsx'

const verdictWords: Readonly<Record<Finding['verdict']['kind'], StateWord>> = {
  met: { word: words.form.met, shape: 'check', tone: 'good' },
  unmet: { word: words.form.unmet, shape: 'cross', tone: 'bad' },
  unknown: { word: words.form.unknown, shape: 'half', tone: 'waiting' },
  'not-applicable': { word: words.form.notApplicable, shape: 'square', tone: 'neutral' },
}

/** The law beside the form: each rule met, unmet or still unknown, with its clause; unknown leads to the field. */
export function JudgementPanel({ judgement }: { readonly judgement: Judgement }) {
  const shown = judgement.findings.filter(({ verdict }) => verdict.kind !== 'not-applicable')
  return (
    <ul className="findings" aria-label={words.form.judgement}>
      {shown.map((finding) => (
        <li key={finding.ruleId} data-rule={finding.ruleId} data-verdict={finding.verdict.kind}>
          <StateTag state={wordOf(finding)} />
          <div>
            <div>{finding.title}</div>
            <Because finding={finding} />
            <div className="cite">{finding.citations.map(citeInWords).join('；')}</div>
          </div>
        </li>
      ))}
    </ul>
  )
}

function wordOf({ verdict, consequence }: Finding): StateWord {
  if (verdict.kind === 'unmet' && consequence === 'warn')
    return { word: '请注意', shape: 'triangle', tone: 'attention' }
  if (verdict.kind === 'unmet' && consequence === 'option')
    return { word: '不占这一条', shape: 'square', tone: 'neutral' }
  return verdictWords[verdict.kind]
}

function Because({ finding: { verdict, cityQuestion } }: { readonly finding: Finding }) {
  switch (verdict.kind) {
    case 'met':
      return <div className="because quiet">{verdict.because}</div>
    case 'unmet':
      return (
        <div className="because">
          {verdict.because}
          {verdict.remedy}
        </div>
      )
    case 'unknown':
      return (
        <div className="because">
          <button type="button" className="to-field" onClick={() => focusField(verdict.needs[0] ?? '')}>
            {verdict.because}
          </button>
          {cityQuestion ? <div className="quiet">{words.form.openQuestion}</div> : null}
        </div>
      )
    case 'not-applicable':
      return null
  }
}
