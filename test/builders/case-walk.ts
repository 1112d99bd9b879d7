import { v5 as nameBasedUuid } from 'uuid'
import { actionVersion, type Action, type Actor } from '../../shared/cases/action.ts'
import { applyAction, recordsTouchedBy } from '../../shared/cases/apply-action.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import type { CaseType, Paper, PaperContext } from '../../shared/cases/case-type.ts'
import { exampleStation } from '../../shared/cases/example-certificate.ts'
import type { Refusal } from '../../shared/base/outcome.ts'
import { holderAskedFor, type RegisterRecord } from '../../shared/register/record.ts'
import { expectDrawsDeclared } from './draws-declared.ts'
import { recordsForPaper } from '../../shared/cases/paper-records.ts'
import type { Role } from '../../shared/people/role.ts'

const names = '0f1d8a52-3c44-4a58-8f3e-1504c0de0010'

/** One made-up person for each hand of the office; a second officer and a second chief for four eyes. */
export const hands = {
  auxiliary: hand('auxiliary', '辅警甲'),
  officer: hand('officer', '民警乙'),
  secondOfficer: hand('officer', '民警丙'),
  chief: hand('chief', '所长丁'),
  county: hand('county', '旗县戊'),
  city: hand('city', '市局己'),
}
export type Hand = keyof typeof hands

function hand(role: Role, name: string): Actor {
  return { userId: name, name, role, policeNumber: '150000' }
}

/**
 * A register with one case being walked through it, step by step, by the same `applyAction` as desk and city; a refusal
 * changes nothing and gives the codes of its reasons.
 */
export class CaseWalk {
  caseFile: CaseFile | undefined
  readonly records: Map<string, RegisterRecord>
  /** Why the last step was not taken; nothing when it was. */
  refusals: readonly Refusal[] = []
  #count = 0

  constructor(
    readonly caseType: CaseType,
    private readonly day: string,
    ...records: readonly RegisterRecord[]
  ) {
    this.records = new Map(records.map((record) => [record.key, record]))
  }

  /** The sentences of the last refusal. */
  get messages(): readonly string[] {
    return this.refusals.map(({ message }) => message)
  }

  /** The last refusal whole: what it is called, at which field it shows, its clause, its sentence. */
  get toldWhole(): string {
    return this.refusals
      .map(({ code, field = '', citation = '', message }) =>
        [code, field, citation, message].filter(Boolean).join(' '),
      )
      .join(' ')
  }

  /** Hands the form in at the counter, or turns it away with `refer`, `refuse` or `askForMore`. */
  open(form: Readonly<Record<string, unknown>>, by: Hand = 'officer', step = 'accept'): string[] {
    const said = step === 'accept' ? {} : { note: '' }
    return this.#take(step, by, {
      form,
      stationName: exampleStation.name,
      judged: { day: this.day, conclusion: '', rules: {}, instruments: {} },
      number: `100000-D1-${this.day.replaceAll('-', '')}-001`,
      ...said,
    })
  }

  /** What the police found out after acceptance. */
  investigate(form: Readonly<Record<string, unknown>>, by: Hand = 'officer'): string[] {
    return this.#take('investigate', by, { form, stationName: exampleStation.name })
  }

  /** The city's answer to every question that waits for one. */
  answerAll(value: 'found' | 'none'): string[] {
    const open = this.caseFile?.questions.filter(({ answer }) => !answer) ?? []
    return open.flatMap(({ id }) =>
      this.#take('cityAnswer', 'city', { questionId: id, value, office: '样例乙所' }),
    )
  }

  /** The word of each level in turn, behind the city's answers where it waits for them; stops at the first refusal. */
  approve(...by: readonly ('chief' | 'county' | 'city')[]): string[] {
    const steps = { chief: 'approve', county: 'approveCounty', city: 'approveCity' } as const
    for (const each of by) {
      const form = this.caseFile?.form ?? {}
      if (this.caseType.steps[steps[each]]?.waitsForAnswers?.(form)) this.answerAll('none')
      const facts = { opinion: '同意', stationName: exampleStation.name, withOpenQuestion: true }
      const refusals = this.#take(steps[each], each, facts)
      if (refusals.length > 0) return refusals
    }
    return []
  }

  /** An act with a panel of its own. */
  act(step: string, form: Readonly<Record<string, unknown>> = {}, by: Hand = 'officer'): string[] {
    return this.#take(step, by, { form, stationName: exampleStation.name })
  }

  /** Any step with its own facts; `over` says what of the action is otherwise than at this desk. */
  take(
    step: string,
    facts: Readonly<Record<string, unknown>>,
    by: Hand = 'officer',
    over: Partial<Action> = {},
  ): string[] {
    return this.#take(step, by, facts, over)
  }

  /** A paper made from the records that it names, as at the desk, and from no other. */
  make(paper: Paper): ReturnType<Paper['make']> {
    if (!this.caseFile) throw new Error('no case yet')
    const view = (keys: readonly string[]) => new Map(keys.flatMap((key) => this.#entry(key)))
    return paper.make(this.paperContext(recordsForPaper(paper, this.caseFile, view)))
  }

  /** What a paper of the case is made from. */
  paperContext(records: ReadonlyMap<string, RegisterRecord> = this.records): PaperContext {
    if (!this.caseFile) throw new Error('no case yet')
    return {
      caseFile: this.caseFile,
      caseType: this.caseType,
      records,
      station: {
        code: exampleStation.code,
        name: exampleStation.name,
        shortName: exampleStation.name,
        countyCode: exampleStation.code.slice(0, 6),
        address: '样例街1号',
        phone: '0476-0000000',
      },
      clerk: { name: hands.officer.name, policeNumber: hands.officer.policeNumber },
      desk: '一号窗口',
      day: this.day,
      calibration: { offsetX: 0, offsetY: 0, scaleX: 1, scaleY: 1, nudges: {} },
    }
  }

  #take(
    step: string,
    by: Hand,
    facts: Readonly<Record<string, unknown>>,
    over: Partial<Action> = {},
  ): string[] {
    this.#count += 1
    const action: Action = {
      id: nameBasedUuid(String(this.#count), names),
      caseId: nameBasedUuid('case', names),
      caseType: this.caseType.id,
      step,
      facts: facts as Action['facts'],
      by: hands[by],
      station: exampleStation.code,
      device: 'D1',
      at: `${this.day}T01:00:00.000Z`,
      base: { case: this.caseFile?.version ?? 0, records: {} },
      version: actionVersion,
      ...over,
    }
    const keys = recordsTouchedBy(action, this.caseType, this.caseFile)
    const records = new Map(keys.flatMap((key) => this.#entry(key)))
    const applied = applyAction(action, { caseType: this.caseType, caseFile: this.caseFile, records })
    if (!applied.ok) {
      this.refusals = applied.refusals
      return applied.refusals.map(({ code }) => code)
    }
    expectDrawsDeclared(action, this.caseType, { caseFile: this.caseFile, records }, applied.value.records)
    this.refusals = []
    this.caseFile = applied.value.caseFile
    for (const record of applied.value.records) this.records.set(record.key, record)
    return []
  }

  #entry(key: string): [string, RegisterRecord][] {
    const isHolder = holderAskedFor(key)
    const record = isHolder ? [...this.records.values()].find(isHolder) : this.records.get(key)
    return record ? [[key, record]] : []
  }
}
