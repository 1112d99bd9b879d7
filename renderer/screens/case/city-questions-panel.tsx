import { Card } from 'antd'
import type { OpenQuestion } from '../../../shared/cases/case-file.ts'
import { questionWords, speaksAgainst } from '../../../shared/cases/city-questions.ts'
import { besideWords } from '../../../shared/cases/states.ts'
import { StateTag } from '../../ui/state-tag.tsx'
import { dayAndTimeInChina } from '../../ui/clock-time.ts'
import { words } from '../../words/index.ts'
import type { CaseProps } from './use-step.ts'

/** What the city was asked about this case and what it answered: the evidence that no station has by itself. */
export function CityQuestionsPanel({ caseFile, caseType }: CaseProps) {
  const { questions, form } = caseFile
  if (questions.length === 0) return null
  const isOpen = questions.some(({ answer }) => !answer)
  const isWaitedFor = Object.values(caseType.steps).some((step) => step.waitsForAnswers?.(form))
  return (
    <Card size="small" className="block" title={words.city.title}>
      <ul className="findings">
        {questions.map((question) => (
          <li key={question.id} data-question={question.kind}>
            <Answer question={question} />
          </li>
        ))}
      </ul>
      {isOpen ? (
        <p className="quiet">{isWaitedFor ? words.city.decidedWhenAnswered : words.city.mayDecide}</p>
      ) : null}
    </Card>
  )
}

function Answer({ question }: { readonly question: OpenQuestion }) {
  const { kind, answer, askedOn, settled } = question
  const said = questionWords[kind]
  if (!answer) {
    return (
      <>
        <StateTag state={besideWords['awaiting-check']} />
        <span>
          {said.ask} <span className="quiet">{words.city.asked(askedOn)}</span>
        </span>
      </>
    )
  }
  const against = speaksAgainst(question)
  return (
    <>
      <span className={against ? 'state bad' : 'state good'}>
        {against ? words.city.contrary : words.city.answered}
      </span>
      <span>
        {against ? `${said.found}${words.city.where(answer.office, answer.on)}` : said.none}{' '}
        <span className="quiet">
          {words.city.answer} {dayAndTimeInChina(answer.at)}
          {settled ? `；${words.city.settled(settled.by, settled.note)}` : ''}
        </span>
      </span>
    </>
  )
}
