import { addDays, isPlainDate } from '../../shared/base/plain-date.ts'
import type { CaseType, Example } from '../../shared/cases/case-type.ts'
import type { Field, FieldKind, Fields, PartialFacts } from '../../shared/cases/fields.ts'

/** Other answers that a clerk could have given: every other choice, yes for no, the days around a limit, nothing. */
export function likelyAnswers(field: Field, value: unknown, day: string): unknown[] {
  if (field.kind === 'choice') return [...(field.choices ?? []).map((choice) => choice.value), undefined]
  if (field.kind === 'yesNo') return [true, false, undefined]
  if (field.kind === 'date' && typeof value === 'string' && isPlainDate(value))
    return [addDays(value, -1), addDays(value, 1), addDays(day, -1), day, addDays(day, 1), undefined]
  if (typeof value === 'number') return [value - 1, value + 1, undefined]
  return value === undefined && field.kind in typed ? [typed[field.kind]] : [undefined]
}

/** And those that are rarer: somebody of an age at which a rule turns, of another standing, of another household; a slip of the key. */
export function allAnswers(field: Field, value: unknown, day: string): unknown[] {
  return [...likelyAnswers(field, value, day), ...rareAnswers(field.kind, value, day)]
}

function rareAnswers(kind: FieldKind, value: unknown, day: string): unknown[] {
  const picked = typeof value === 'object' && value !== null ? value : {}
  const as = (over: object) => ({ ...picked, ...over })
  switch (kind) {
    case 'date':
      return birthdays(day)
    case 'resident':
      return value === undefined
        ? [somebody]
        : [
            ...birthdays(day).map((birthDate) => as({ birthDate })),
            ...(['deceased', 'cancelled', 'moved-out', 'registered'] as const).map((status) =>
              as({ status }),
            ),
            ...['1', '2'].map((sex) => as({ sex })),
            as({ ethnicGroup: '03' }),
            as({ ethnicGroup: undefined, sex: undefined, birthDate: undefined, status: undefined }),
            as({ citizenId: undefined }),
            as({ citizenId: '150499199003051235' }),
            as({ householdNumber: '000556' }),
            as({ householdNumber: undefined, address: undefined }),
            as({ address: { region: '150404', detail: '样例另街1号' } }),
          ]
    case 'household':
      return [
        as({ number: '000556' }),
        as({ number: '000556', householdKind: 'collective', collectiveKind: 'unit', unitName: '样例另单位' }),
        as({ number: '000556', householdKind: 'collective', collectiveKind: 'community' }),
        as({ number: '000556', householdKind: 'family', collectiveKind: undefined }),
        as({ number: '000556', withdrawnOn: day }),
        as({ number: '000556', collectiveState: 'awaiting-disposal' }),
      ]
    case 'place':
      return [
        { region: '150430', regionName: '内蒙古自治区赤峰市敖汉旗', detail: '新惠镇样例另街1号' },
        { region: '150404', regionName: '内蒙古自治区赤峰市松山区', detail: '样例另街1号' },
        { region: '150521', regionName: '内蒙古自治区通辽市科尔沁左翼中旗', detail: '样例另街1号' },
        { region: '211302', regionName: '辽宁省朝阳市双塔区', detail: '样例另街1号' },
      ]
    case 'citizenId':
      return ['', '15049919900305123X', '150499900305123', '150499199003051234', '150499209003051233']
    case 'name':
    case 'text':
    case 'longText':
      return ['', '样•例', 'Ａ样例']
    default:
      return []
  }
}

/** Those of people who are exactly as old as a rule asks, and a day younger. */
function birthdays(day: string): string[] {
  const year = Number(day.slice(0, 4))
  return [8, 16, 18, 23].flatMap((age) => {
    const birthday = `${year - age}${day.slice(4)}`
    return [birthday, addDays(birthday, 1)]
  })
}

const somebody = {
  personId: '00000000-0000-4000-8000-00000000bbbb',
  name: '样另人',
  citizenId: '150499199003051234',
  sex: '1',
  birthDate: '1990-03-05',
  ethnicGroup: '01',
  householdNumber: '000556',
  status: 'registered',
}

type Answers = (field: Field, value: unknown, day: string) => unknown[]

/** What a clerk could type where nothing stands yet. */
const typed: Partial<Record<FieldKind, unknown>> = {
  text: '样例另填',
  longText: '样例另写的话',
  name: '样例另名',
  phone: '0476-0000009',
  citizenId: '150499199003051234',
  number: 3,
  place: { region: '150404', regionName: '内蒙古自治区赤峰市松山区', detail: '样例另街1号' },
}

/** Each answer of the first line of a table as another one, the line away, and the line twice. */
function otherLines(
  columns: Fields,
  lines: readonly PartialFacts[],
  day: string,
  answers: Answers,
): [string, unknown][] {
  const [first, ...rest] = lines
  if (!first) return []
  const changed = Object.entries(columns).flatMap(([key, column]) =>
    answers(column, first[key], day)
      .filter((answer) => answer !== first[key])
      .map((answer): [string, unknown] => [
        `.${key} = ${inWords(answer)}`,
        [{ ...first, [key]: answer }, ...rest],
      ]),
  )
  return [...changed, [' without the first line', rest], [' with the first line twice', [first, ...lines]]]
}

const inWords = (answer: unknown) => (answer === undefined ? '—' : JSON.stringify(answer).replaceAll('"', ''))

export interface Changed {
  readonly name: string
  readonly example: Example
}

export function changesOf(caseType: CaseType, example: Example, answers: Answers = likelyAnswers): Changed[] {
  return Object.entries(caseType.fields).flatMap(([key, field]) => {
    const { [key]: value, ...rest } = example.facts
    const others = answers(field, value, example.day).filter((answer) => answer !== value)
    const whole = [...new Set(others)].map((answer): [string, unknown] => [` = ${inWords(answer)}`, answer])
    const lines =
      field.columns && Array.isArray(value)
        ? otherLines(field.columns, value as PartialFacts[], example.day, answers)
        : []
    return [...whole, ...lines].map(([change, answer]) => ({
      name: `${key}${change}`,
      example: { ...example, facts: answer === undefined ? rest : { ...rest, [key]: answer } },
    }))
  })
}
