import { Card, Input } from 'antd'
import { useState } from 'react'
import { v4 as uuid } from 'uuid'
import { caseTypes } from '../../shared/cases/registry.ts'
import { caseGroups, type CaseType } from '../../shared/cases/case-type.ts'
import { now, useActor, useDesk } from '../desk/desk.tsx'
import { goBack, goTo } from '../session/session.ts'
import { useKeys } from '../ui/keyboard.ts'
import { words } from '../words/index.ts'

function matches(caseType: CaseType, typed: string): boolean {
  const text = [caseType.name, caseGroups[caseType.group], caseType.summary, ...caseType.keywords]
    .join('\n')
    .toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** What is to be done: every matter the registry knows, found by any word of it. */
export function NewMatterScreen() {
  const { store } = useDesk()
  const { userId } = useActor()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const found = caseTypes.filter((caseType) => matches(caseType, typed))
  const open = async (caseType: CaseType | undefined) => {
    if (!caseType) return
    const draft = { id: uuid(), owner: userId, caseType: caseType.id, facts: {}, typed: {}, changedAt: now() }
    const saved = await store.write(() => ({ kind: 'draft-saved', draft }))
    if (saved.ok) goTo({ screen: 'draft', draftId: draft.id })
  }
  useKeys({ Escape: goBack })
  return (
    <div className="screen">
      <Card size="small" title={words.newMatter.title}>
        <Input
          autoFocus
          aria-label={words.newMatter.hint}
          placeholder={words.newMatter.hint}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setActive(0)
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') setActive((row) => Math.min(row + 1, found.length - 1))
            else if (event.key === 'ArrowUp') setActive((row) => Math.max(row - 1, 0))
            else if (event.key === 'Enter') void open(found[active])
            else return
            event.preventDefault()
          }}
        />
        <ul className="findings" role="listbox" aria-label={words.newMatter.title}>
          {found.map((caseType, index) => (
            <li key={caseType.id} role="option" aria-selected={index === active}>
              <span className="quiet">
                {index === active ? '回车 ▶ ' : ''}
                {caseType.group === found[index - 1]?.group ? '' : caseGroups[caseType.group]}
              </span>
              <div>
                <button type="button" className="to-field" onClick={() => void open(caseType)}>
                  {caseType.name}
                </button>
                <div className="cite">{caseType.summary}</div>
              </div>
            </li>
          ))}
        </ul>
        {found.length === 0 ? <p className="quiet">{words.newMatter.none}</p> : null}
      </Card>
    </div>
  )
}
