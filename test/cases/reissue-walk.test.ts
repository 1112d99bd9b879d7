import { describe, expect, it } from 'vitest'
import { v5 as nameBasedUuid } from 'uuid'
import type { Action } from '../../shared/cases/action.ts'
import { applyAction, recordsTouchedBy } from '../../shared/cases/apply-action.ts'
import { isInConflict, type CaseFile } from '../../shared/cases/case-file.ts'
import { migrationCertificateReissue as caseType } from '../../shared/cases/migration-certificate-reissue-case/index.ts'
import { certificateWording } from '../../shared/cases/certificate-papers.ts'
import { migrationCertificateSheet } from '../../shared/cases/sheet-steps/sheet-kind.ts'
import { voidRegisterOf } from '../../shared/cases/void-register.ts'
import { migrationCertificateComplete } from '../../shared/documents/migration-certificate-complete.ts'
import { drawSeam } from '../../shared/documents/migration-certificate-seam.ts'
import { migrationCertificateValues } from '../../shared/documents/migration-certificate-values.ts'
import type { CertificateRecord } from '../../shared/register/certificate.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import { makeBlank, makeOriginal, makeStation, reissueActions } from '../builders/reissues.ts'

const station = makeStation(7)
const other = { ...station.clerk, userId: 'second-clerk', name: '另一民警' }
const original = makeOriginal(station, 0)
const names = '0f1d8a52-3c44-4a58-8f3e-1504c0de0009'

/** A register with one case being walked through it, step by step; a refusal changes nothing. */
class Walk {
  caseFile: CaseFile | undefined
  readonly records: Map<string, RegisterRecord>
  #count = 0

  constructor(...records: RegisterRecord[]) {
    this.records = new Map(records.map((record) => [record.key, record]))
  }

  take(action: Action): string[] {
    this.#count += 1
    const own = {
      ...action,
      id: nameBasedUuid(String(this.#count), names),
      base: { case: this.caseFile?.version ?? 0, records: {} },
    }
    const keys = recordsTouchedBy(own, caseType, this.caseFile)
    const view = new Map([...this.records].filter(([key]) => keys.includes(key)))
    const applied = applyAction(own, { caseType, caseFile: this.caseFile, records: view })
    if (!applied.ok) return applied.refusals.map(({ code }) => code)
    this.caseFile = applied.value.caseFile
    for (const record of applied.value.records) this.records.set(record.key, record)
    return []
  }

  certificate(key: string): CertificateRecord {
    const record = this.records.get(key)
    if (record?.kind !== 'certificate') throw new Error(`no certificate ${key}`)
    return record
  }
}

const blank = (n: number) => makeBlank(station, n)

function actionsOf(options: Partial<Parameters<typeof reissueActions>[0]> = {}): Record<string, Action> {
  return Object.fromEntries(
    reissueActions({ station, n: 0, ...options }).map((action) => [action.step, action]),
  )
}

function walkTo(step: string, ...records: RegisterRecord[]): { walk: Walk; actions: Record<string, Action> } {
  const actions = actionsOf()
  const walk = new Walk(original, blank(0), blank(1), ...records)
  for (const name of ['accept', 'approve', 'print', 'confirmSheet', 'handOver']) {
    expect(walk.take(actions[name] as Action), name).toEqual([])
    if (name === step) break
  }
  return { walk, actions }
}

const withFacts = (action: Action | undefined, facts: Record<string, unknown>): Action =>
  ({ ...action, facts: { ...action?.facts, ...facts } }) as Action

/** A made-up family on one certificate, of these relations. */
function familyOf(relations: readonly string[]): CertificateRecord {
  const { content } = original
  const holder = content?.persons[0]
  if (!content || !holder) throw new Error('an original has a holder')
  const persons = relations.map((relation, at) => ({ ...holder, relation, name: `样例家人${at + 1}` }))
  return { ...original, content: { ...content, persons } }
}

function valuesOf({ content, serial, issue }: CertificateRecord) {
  if (!content || !issue) throw new Error('not issued')
  return migrationCertificateValues(content, serial, issue, certificateWording)
}

/** The complete sheet as it is kept, as text. */
function archiveCopy(sheet: CertificateRecord): string {
  return JSON.stringify(migrationCertificateComplete(valuesOf(sheet), sheet.serial))
}

describe('the reissue of a lost migration certificate', () => {
  it('voids the old number before the new one exists, with the intent to print', () => {
    const { walk } = walkTo('print')
    expect(walk.certificate(original.key)).toMatchObject({ state: 'void', voided: { reason: 'lost' } })
    expect(walk.certificate(blank(0).key).state).toBe('printing')
  })

  it('issues nothing until somebody says that the sheet came out', () => {
    const { walk } = walkTo('print')
    expect(walk.certificate(blank(0).key).state).not.toBe('issued')
    expect(walk.caseFile?.status).toBe('printing')
  })

  it('prints the original’s content and a remark that names the original', () => {
    const { walk } = walkTo('confirmSheet')
    const issued = walk.certificate(blank(0).key)
    expect(issued.content).toEqual(original.content)
    expect(issued.issue?.remark).toBe(
      `补发。原证：蒙迁字第${original.serial.digits}号，2026年3月1日签发，已遗失作废。`,
    )
  })

  it('keeps the chain so that it can be walked both ways', () => {
    const { walk } = walkTo('confirmSheet')
    expect(walk.certificate(original.key).replacedBy).toBe(blank(0).key)
    expect(walk.certificate(blank(0).key).replaces).toBe(original.key)
  })

  it('says so when it is the second time', () => {
    const { walk } = walkTo('confirmSheet')
    const first = walk.certificate(blank(0).key)
    const again = new Walk(first, blank(1))
    const actions = actionsOf({ sheet: blank(1) })
    const form = { ...(actions['accept']?.facts['form'] as object), original: first }
    expect(again.take(withFacts(actions['accept'], { form }))).toEqual([])
    expect(again.take(actions['approve'] as Action)).toEqual([])
    expect(again.take(actions['print'] as Action)).toEqual([])
    expect(again.certificate(blank(1).key).issue?.remark).toMatch(/^第2次补发。/)
  })

  it('spoils a jammed sheet and lets the next one be printed, the old number staying void', () => {
    const { walk, actions } = walkTo('print')
    expect(walk.take(withFacts(actions['confirmSheet'], { answer: 'jammed' }))).toEqual([])
    expect(walk.certificate(blank(0).key)).toMatchObject({ state: 'spoiled', spoiled: { reason: 'jammed' } })
    expect(walk.certificate(original.key).state).toBe('void')
    expect(walk.take(actions['print'] as Action)).toEqual(['serial-used'])
    expect(walk.take(withFacts(actions['print'], { serial: blank(1).serial }))).toEqual([])
  })

  it('returns a sheet that never left the printer to the stock', () => {
    const { walk, actions } = walkTo('print')
    expect(walk.take(withFacts(actions['confirmSheet'], { answer: 'not-out' }))).toEqual([])
    const { version: _now, ...back } = walk.certificate(blank(0).key)
    const { version: _then, ...before } = blank(0)
    expect(back).toEqual(before)
  })

  it('spoils the sheet that really came out when the number on it is another', () => {
    const { walk, actions } = walkTo('print')
    expect(walk.take(withFacts(actions['confirmSheet'], { answer: 'number-mismatch' }))).toEqual([
      'actual-serial-missing',
    ])
    const mismatch = { answer: 'number-mismatch', actualSerial: blank(1).serial }
    walk.records.set(blank(1).key, blank(1))
    expect(walk.take(withFacts(actions['confirmSheet'], mismatch))).toEqual([])
    expect(walk.certificate(blank(0).key).state).toBe('blank')
    expect(walk.certificate(blank(1).key)).toMatchObject({
      state: 'spoiled',
      spoiled: { reason: 'number-mismatch' },
    })
  })

  it('keeps the same four people in the same order, the holder first', () => {
    const family = familyOf(['持证人', '妻', '子', '女'])
    const walk = new Walk(family, blank(0))
    const actions = actionsOf()
    const form = { ...(actions['accept']?.facts['form'] as object), original: family }
    for (const step of ['accept', 'approve', 'print', 'confirmSheet']) {
      const action = step === 'accept' ? withFacts(actions[step], { form }) : (actions[step] as Action)
      expect(walk.take(action), step).toEqual([])
    }
    const issued = walk.certificate(blank(0).key)
    expect(issued.content?.persons).toEqual(family.content?.persons)
    const values = valuesOf(issued)
    expect([values.relation1, values.relation2, values.relation3, values.relation4]).toEqual([
      '持证人',
      '妻',
      '子',
      '女',
    ])
    const countAt = (count: number) => JSON.stringify(drawSeam(count)[0])
    expect(archiveCopy(issued)).toContain(countAt(4))
    expect(archiveCopy(issued)).not.toContain(countAt(3))
  })

  it('closes the fourth column in its first cell alone when three people stand on it', () => {
    const values = valuesOf(familyOf(['持证人', '妻', '子']))
    const fourth = Object.entries(values).filter(([key]) => key.endsWith('4'))
    expect(values.relation4).toBe('以下空白')
    expect(fourth.filter(([, value]) => value !== '').map(([key]) => key)).toEqual(['relation4'])
  })

  it('says in the remark who has died since, and leaves the content as it was', () => {
    const family = familyOf(['持证人', '妻'])
    const walk = new Walk(family, blank(0))
    const actions = actionsOf()
    const deathNoted = family.content?.persons[1]?.name
    const form = { ...(actions['accept']?.facts['form'] as object), original: family, deathNoted }
    expect(walk.take(withFacts(actions['accept'], { form }))).toEqual([])
    for (const step of ['approve', 'print', 'confirmSheet']) walk.take(actions[step] as Action)
    const issued = walk.certificate(blank(0).key)
    expect(issued.content).toEqual(family.content)
    expect(issued.issue?.remark).toContain(`证上${deathNoted ?? ''}已死亡`)
  })

  it('writes down who voided and who spoiled', () => {
    const { walk, actions } = walkTo('print')
    walk.take(withFacts(actions['confirmSheet'], { answer: 'jammed' }))
    expect(walk.certificate(original.key).voided?.by).toBe(station.clerk.name)
    expect(walk.certificate(blank(0).key).spoiled?.by).toBe(station.clerk.name)
    const register = voidRegisterOf({
      station: station.name,
      kind: migrationCertificateSheet,
      from: '2026-03-01',
      to: '2026-03-31',
      sheets: [original.key, blank(0).key].map((key) => walk.certificate(key)),
    })
    const text = JSON.stringify(register)
    expect(text).toContain('卡纸或者废张')
    expect(text).toContain('遗失')
  })

  it('is not printed before somebody decided that the open question may wait', () => {
    const actions = actionsOf({ landingCheck: 'unknown' })
    const walk = new Walk(original, blank(0))
    walk.take(actions['accept'] as Action)
    expect(walk.take(actions['print'] as Action)).toEqual(['wrong-status'])
    walk.take(actions['approve'] as Action)
    expect(walk.take(actions['print'] as Action)).toEqual([])
    expect(walk.caseFile?.questions.filter(({ answer }) => !answer)).toHaveLength(1)
    expect(walk.caseFile?.steps.map(({ step, by }) => [step, by.role])).toContainEqual(['approve', 'chief'])
  })

  it('is approved by nobody who handled the case', () => {
    const { walk, actions } = walkTo('accept')
    const own = { ...actions['approve'], by: { ...station.clerk, role: 'chief' } } as Action
    expect(walk.take(own)).toEqual(['four-eyes'])
  })

  it('is not valid for longer than thirty days, and is dated on the day it is printed', () => {
    const { walk, actions } = walkTo('approve')
    expect(walk.take(withFacts(actions['print'], { validUntil: '2026-04-10' }))).toEqual([
      'validity-too-long',
    ])
    expect(
      walk.take(withFacts(actions['print'], { issuedOn: '2026-03-09', validUntil: '2026-04-01' })),
    ).toEqual(['not-today'])
  })

  it('takes no sheet that is not in the station’s own stock', () => {
    const { walk, actions } = walkTo('approve')
    const stranger = { printYear: 2026, prefix: '蒙', digits: '99999999' }
    expect(walk.take(withFacts(actions['print'], { serial: stranger }))).toEqual(['serial-not-ours'])
  })

  it('waits for the chief to see that the landing is unknown', () => {
    const actions = actionsOf({ landingCheck: 'unknown' })
    const walk = new Walk(original, blank(0))
    expect(walk.take(actions['accept'] as Action)).toEqual([])
    expect(walk.caseFile?.questions).toMatchObject([{ kind: 'landed', about: original.key, conflict: false }])
    expect(walk.take(withFacts(actions['approve'], { withOpenQuestion: false }))).toEqual([
      'open-question-unseen',
    ])
    expect(walk.take(actions['approve'] as Action)).toEqual([])
  })

  it('shows the conflict when the city answers that somebody has landed, and prints nothing more', () => {
    const actions = actionsOf({ landingCheck: 'unknown' })
    const walk = new Walk(original, blank(0))
    walk.take(actions['accept'] as Action)
    walk.take(actions['approve'] as Action)
    const city = { userId: 'city', name: '市局', role: 'city', policeNumber: '' } as const
    const questionId = walk.caseFile?.questions[0]?.id ?? ''
    const answer = {
      ...actions['approve'],
      step: 'cityAnswer',
      by: city,
      facts: { questionId, value: 'landed', on: '2026-03-08', office: '沈阳某派出所' },
    } as Action
    expect(walk.take(answer)).toEqual([])
    expect(walk.caseFile && isInConflict(walk.caseFile)).toBe(true)
    expect(walk.certificate(original.key)).toMatchObject({ state: 'landed', landing: { source: 'city' } })
    expect(walk.take(actions['print'] as Action)).toEqual(['in-conflict'])
    const settle = {
      ...actions['approve'],
      step: 'settleConflict',
      facts: { questionId, decision: 'withdraw-certificate', note: '已核实' },
    } as Action
    expect(walk.take(settle)).toEqual([])
    expect(walk.caseFile?.status).toBe('refused')
  })

  it('makes a counterfoil an original only after a second person compared it', () => {
    const actions = actionsOf()
    const { original: _picked, ...form } = (actions['accept']?.facts['form'] ?? {}) as Record<string, unknown>
    const counterfoil = {
      ...form,
      originalSource: 'counterfoil',
      counterfoilSerial: '蒙2013-00004321',
      counterfoilIssuedOn: '2013-06-01',
      counterfoilContent: original.content,
    }
    const walk = new Walk(blank(0))
    expect(walk.take(withFacts(actions['accept'], { form: counterfoil }))).toEqual([])
    expect(walk.caseFile?.status).toBe('awaiting-comparison')
    const compare = (by: Action['by']) =>
      ({
        ...actions['approve'],
        step: 'compareCounterfoil',
        by,
        facts: { agrees: true, note: '', stationName: station.name },
      }) as Action
    expect(walk.take(compare(station.clerk))).toEqual(['four-eyes'])
    expect(walk.records.has('certificate:蒙2013-00004321')).toBe(false)
    expect(walk.take(compare(other))).toEqual([])
    expect(walk.certificate('certificate:蒙2013-00004321')).toMatchObject({
      state: 'issued',
      source: 'counterfoil',
    })
    expect(walk.take(actions['approve'] as Action)).toEqual([])
    expect(walk.take(actions['print'] as Action)).toEqual([])
  })

  it('is not accepted while a rule stands against it, whatever the counter showed', () => {
    const landed = {
      ...original,
      state: 'landed',
      landing: { on: '2026-03-05', office: '沈阳某派出所', source: 'city' },
    } as CertificateRecord
    const walk = new Walk(landed, blank(0))
    expect(walk.take(actionsOf()['accept'] as Action)).toContain('not-landed')
    expect(walk.caseFile).toBeUndefined()
  })

  it('is neither refused nor referred where no rule says so', () => {
    const actions = actionsOf()
    const turnAway = (step: string) => ({ ...withFacts(actions['accept'], { note: '' }), step })
    const walk = new Walk(original, blank(0))
    for (const step of ['refer', 'refuse', 'askForMore'])
      expect(walk.take(turnAway(step)), step).toEqual(['rules-say-otherwise'])
  })
})
