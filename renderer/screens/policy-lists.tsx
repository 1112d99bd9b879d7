import { citeInWords } from '../../shared/policy/instruments/index.ts'
import { policyOptions, type PolicyOption } from '../../shared/policy/options.ts'
import { servicesFor, type Service } from '../../shared/policy/services.ts'
import { words } from '../words/index.ts'

/** Where the notice leaves a question open: what the program answers, why, and by which clause the question stays open. */
export function OpenQuestions() {
  const options: readonly (readonly [string, PolicyOption])[] = Object.entries(policyOptions)
  return (
    <>
      <p className="quiet">{words.policy.openQuestionsSaid}</p>
      <ul className="findings">
        {options.map(([name, { title, choices, default: chosen, reason, source }]) => (
          <li key={name}>
            <span className="quiet">{words.policy.inForce}</span>
            <div>
              {title}：<strong>{choices[String(chosen)]}</strong>
              <div className="cite">
                {reason}（{citeInWords(source)}）
              </div>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What opens for whoever settles or holds a residence permit, in the terms of the notice. */
export function Services() {
  const { settled, permit } = words.policy.receivers
  return (
    <>
      <h4>{settled}</h4>
      <ServiceList services={servicesFor('settled')} />
      <h4>{permit}</h4>
      <ServiceList services={servicesFor('permit')} />
    </>
  )
}

function ServiceList({ services }: { readonly services: readonly Service[] }) {
  return (
    <ul className="findings">
      {services.map(({ id, name, words: said, citation, group }) => (
        <li key={id}>
          <span className="quiet">{words.policy.opening[group]}</span>
          <div>
            {name}：{said}
            <div className="cite">{citeInWords(citation)}</div>
          </div>
        </li>
      ))}
    </ul>
  )
}
