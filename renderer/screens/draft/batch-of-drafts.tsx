import { Button, Input, Modal } from 'antd'
import { useMemo, useState } from 'react'
import { v4 as uuid } from 'uuid'
import { factsForSheet, linesOfList, sheetsOfList, type ListedSheet } from '../../../shared/cases/batch.ts'
import type { Batch, CaseType } from '../../../shared/cases/case-type.ts'
import { sheetInWords } from '../../../shared/cases/sheet-steps/sheet-kind.ts'
import type { SheetRecord } from '../../../shared/register/record.ts'
import { now, useActor, useDesk } from '../../desk/desk.tsx'
import type { Draft } from '../../local/entry.ts'
import { namesOn, sheetIndex } from '../../search/certificate-index.ts'
import { goTo } from '../../session/session.ts'
import { words } from '../../words/index.ts'

interface BatchProps {
  readonly draft: Draft
  readonly caseType: CaseType
  readonly batch: Batch
}

/** A school that lost its students' certificates: one form filled in, one list pasted, a draft for each of them. */
export function BatchOfDrafts({ draft, caseType, batch }: BatchProps) {
  const { store } = useDesk()
  const { userId } = useActor()
  const [open, setOpen] = useState(false)
  const [pasted, setPasted] = useState('')
  const find = useFind(caseType, batch)
  const listed = open ? sheetsOfList(linesOfList(pasted), find) : []
  const ready = listed.flatMap(({ sheet, again }) => (sheet && !again ? [sheet] : []))
  const make = async () => {
    for (const sheet of ready) {
      const facts = JSON.parse(JSON.stringify(factsForSheet(draft.facts, batch, sheet))) as Draft['facts']
      const each: Draft = { ...draft, id: uuid(), owner: userId, facts, typed: {}, changedAt: now() }
      await store.write(() => ({ kind: 'draft-saved', draft: each }))
    }
    goTo({ screen: 'workbench' })
  }
  return (
    <div className="block">
      <Button onClick={() => setOpen(true)}>{words.batch.open}</Button>
      <Modal
        open={open}
        title={words.batch.open}
        okText={words.batch.make(ready.length)}
        okButtonProps={{ disabled: ready.length === 0 }}
        cancelText={words.cancel}
        onCancel={() => setOpen(false)}
        onOk={() => void make()}
      >
        <p>{words.batch.explain}</p>
        <Input.TextArea
          aria-label={words.batch.list}
          rows={8}
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
        />
        <ol className="lines">
          {listed.map((each, at) => (
            <li key={at} className={each.sheet && !each.again ? '' : 'state bad'}>
              {each.line}　{meaningOf(each)}
            </li>
          ))}
        </ol>
      </Modal>
    </div>
  )
}

function meaningOf({ sheet, found, again }: ListedSheet): string {
  if (again) return words.batch.twice
  if (sheet) return `${namesOn(sheet)} ${sheetInWords(sheet)}`
  return found === 0 ? words.batch.none : words.batch.several(found)
}

/** Sheets of the batch's kind that were issued and not replaced yet. */
function useFind(caseType: CaseType, { over }: Batch): (line: string) => readonly SheetRecord[] {
  const { store } = useDesk()
  const kind = caseType.fields[over]?.kind === 'moveInPermit' ? 'move-in-permit' : 'certificate'
  const index = useMemo(() => sheetIndex(store.register, kind), [store, kind])
  return (line) => index.search(line, mayBeMeant, 20).rows
}

function mayBeMeant({ state, replacedBy }: SheetRecord): boolean {
  return (state === 'issued' || state === 'landed' || state === 'void') && !replacedBy
}
