import { Input } from 'antd'
import { useEffect, useState } from 'react'
import type { CaseType, Material } from '../../shared/cases/case-type.ts'
import type { PartialFacts } from '../../shared/cases/fields.ts'
import { barredDemands, mayDemand } from '../../shared/cases/demands.ts'
import { citeInWords } from '../../shared/policy/instruments/index.ts'
import { noteOnTrail } from '../session/trail.ts'
import { words } from '../words/index.ts'

const bringers: Readonly<Record<Material['from'], string>> = {
  resident: words.form.broughtByResident,
  police: words.form.madeByPolice,
  records: words.form.inRecords,
}

/** What the matter rests on and who brings it, and what nobody may ask for; a clerk's own idea is checked against that. */
export function MaterialsPanel({
  caseType,
  facts,
}: {
  readonly caseType: CaseType
  readonly facts: PartialFacts
}) {
  const [demand, setDemand] = useState('')
  const checked = demand === '' ? undefined : mayDemand(caseType, facts, demand)
  const barredBy = checked?.ok === false ? (checked.refusals[0]?.citation ?? '') : ''
  useEffect(() => {
    if (barredBy !== '') noteOnTrail({ what: 'demand-blocked', caseType: caseType.id, citation: barredBy })
  }, [barredBy, caseType.id])
  return (
    <div>
      <ul className="findings" aria-label={words.form.materials}>
        {caseType.materials(facts).map((material) => (
          <li key={material.id}>
            <span className="quiet">{bringers[material.from]}</span>
            <div>
              {material.name}
              {material.note ? <span className="quiet">（{material.note}）</span> : null}
              {material.orElse ? <div className="quiet">有一样即可：{material.orElse.join('、')}</div> : null}
              <div className="cite">{citeInWords(material.citation)}</div>
            </div>
          </li>
        ))}
      </ul>
      <h4>{words.form.forbidden}</h4>
      <ul className="findings">
        {barredDemands(caseType, facts).map((item) => (
          <li key={item.id}>
            <span className="state bad">✖ 不要</span>
            <div>
              {item.name}
              <div className="cite">
                {item.because}（{citeInWords(item.citation)}）
              </div>
            </div>
          </li>
        ))}
      </ul>
      <Input
        aria-label={words.form.addDemand}
        placeholder={words.form.addDemand}
        value={demand}
        onChange={(event) => setDemand(event.target.value)}
      />
      {checked?.ok === false ? (
        <div className="state bad" role="alert">
          {checked.refusals[0]?.message}
        </div>
      ) : null}
      {checked?.ok ? <div className="quiet">{words.form.demandAllowed}</div> : null}
    </div>
  )
}
