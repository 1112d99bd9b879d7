import { useEffect, useState, type DragEvent } from 'react'
import type { CaseType, Material } from '../../shared/cases/case-type.ts'
import type { PartialFacts } from '../../shared/cases/fields.ts'
import { barredDemands, mayDemand } from '../../shared/cases/demands.ts'
import { citeInWords } from '../../shared/policy/instruments/index.ts'
import { noteOnTrail } from '../session/trail.ts'
import { attachmentWords } from '../words/attachment-words.ts'
import { words } from '../words/index.ts'
import type { AttachmentDesk } from './attachments/attachment-desk.ts'
import { AttachmentNotice } from './attachments/attachment-notice.tsx'
import { AttachmentStrip } from './attachments/attachment-strip.tsx'
import { NamedInput } from './named-input.tsx'

const bringers: Readonly<Record<Material['from'], string>> = {
  resident: words.form.broughtByResident,
  police: words.form.madeByPolice,
  records: words.form.inRecords,
}

/** What the matter rests on and who brings it, and what nobody may ask for; a clerk's own idea is checked against that. */
export function MaterialsPanel({
  caseType,
  facts,
  scans,
}: {
  readonly caseType: CaseType
  readonly facts: PartialFacts
  /** Where scans of the materials are shown and added. */
  readonly scans: AttachmentDesk
}) {
  const [demand, setDemand] = useState('')
  const checked = demand === '' ? undefined : mayDemand(caseType, facts, demand)
  const barredBy = checked?.ok === false ? (checked.refusals[0]?.citation ?? '') : ''
  useEffect(() => {
    if (barredBy !== '') noteOnTrail({ what: 'demand-blocked', caseType: caseType.id, citation: barredBy })
  }, [barredBy, caseType.id])
  const materials = caseType.materials(facts)
  const named = new Set(materials.map(({ id }) => id))
  // Scans of a material that other facts no longer ask for stay in sight among the free ones.
  const free = {
    ...scans,
    attachments: scans.attachments.map(({ material, ...rest }) =>
      material !== undefined && named.has(material) ? { ...rest, material } : rest,
    ),
  }
  return (
    <div onDragOver={keepTheWindow} onDrop={(event) => dropFree(event, scans)}>
      <AttachmentNotice notice={scans.notice} />
      <ul className="findings" aria-label={words.form.materials}>
        {materials.map((material) => (
          <li key={material.id}>
            <span className="quiet">{bringers[material.from]}</span>
            <div>
              {material.name}
              {material.note ? <span className="quiet">（{material.note}）</span> : null}
              {material.orElse ? <div className="quiet">有一样即可：{material.orElse.join('、')}</div> : null}
              <div className="cite">{citeInWords(material.citation)}</div>
              <AttachmentStrip desk={scans} material={material} />
            </div>
          </li>
        ))}
      </ul>
      <h4>{attachmentWords.other}</h4>
      <AttachmentStrip desk={free} />
      {scans.mayAdd ? <p className="quiet">{attachmentWords.hint}</p> : null}
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
      <NamedInput name={words.form.addDemand} value={demand} tell={setDemand} />
      {checked?.ok === false ? (
        <div className="state bad" role="alert">
          {checked.refusals[0]?.message}
        </div>
      ) : null}
      {checked?.ok ? <div className="quiet">{words.form.demandAllowed}</div> : null}
    </div>
  )
}

function keepTheWindow(event: DragEvent): void {
  event.preventDefault()
}

function dropFree(event: DragEvent, scans: AttachmentDesk): void {
  event.preventDefault()
  scans.add([...event.dataTransfer.files], undefined)
}
