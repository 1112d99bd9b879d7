import { z } from 'zod'
import { plainDateSchema } from '../base/plain-date.ts'
import { findCodeTable } from '../codes/code-tables.ts'
import {
  certificateContentSchema,
  certificatePersonSchema,
  certificateRecordSchema,
  placeSchema,
} from '../register/certificate.ts'
import { moveInPermitRecordSchema } from '../register/move-in-permit.ts'
import { pickedHouseholdSchema, pickedPermitSchema, pickedResidentSchema } from './picked.ts'

/** The kinds of field a form can have. One file per kind in `renderer/fields/` draws it. */
export const fieldValueSchemas = {
  text: z.string().max(200),
  longText: z.string().max(2000),
  name: z.string().max(50),
  phone: z.string().max(30),
  citizenId: z.string().max(18),
  date: plainDateSchema,
  /** Hour and minute, 24 hours. */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间应写成“时:分”，例如 09:30。'),
  number: z.number().int().min(0).max(99_999_999),
  choice: z.string().max(40),
  yesNo: z.boolean(),
  code: z.string().max(20),
  place: placeSchema,
  /** Somebody picked from the register of residents, as the clerk saw the record. */
  resident: pickedResidentSchema,
  /** A household picked from the register. */
  household: pickedHouseholdSchema,
  /** A residence permit picked from the register. */
  residencePermit: pickedPermitSchema,
  /** A certificate picked from the register of issued certificates, as the clerk saw it. */
  certificate: certificateRecordSchema,
  /** A move-in permit picked from the register of issued permits, as the clerk saw it. */
  moveInPermit: moveInPermitRecordSchema,
  /** A certificate's content typed from a counterfoil or a sheet in the hand. */
  certificateContent: certificateContentSchema,
  /** People picked from the register of residents, as columns of a certificate. */
  movers: z.array(certificatePersonSchema).max(4),
  /** Lines of a small table, each with the field's columns. */
  rows: z.array(z.record(z.string(), z.unknown())).max(40),
} as const
export type FieldKind = keyof typeof fieldValueSchemas
export type FieldValue<Kind extends FieldKind> = z.infer<(typeof fieldValueSchemas)[Kind]>

/** Facts as they stand while a form is being filled in: anything may still be missing. */
export type PartialFacts = Readonly<Record<string, unknown>>

export interface Choice {
  readonly value: string
  readonly label: string
}

export interface Field<Kind extends FieldKind = FieldKind> {
  readonly kind: Kind
  readonly label: string
  readonly hint?: string
  /** For `choice`: the values and their words, in the order of the keys 1, 2, 3… */
  readonly choices?: readonly Choice[]
  /** For `code`: name of the table in `shared/codes/code-tables.ts`. */
  readonly table?: string
  /** For `rows`: the fields of a line. */
  readonly columns?: Readonly<Record<string, Field>>
  /** Whether the form asks for it, given the other facts (of the form, and of the line for a column). */
  readonly asked?: (facts: PartialFacts) => boolean
  /** Whether the case can do without it when it is asked. */
  readonly optional?: boolean
  /**
   * When it is asked: at the counter (when left out), by the police after acceptance (`investigation`), or at the counter
   * and again afterwards, because the answer may need a line (`check`).
   */
  readonly stage?: 'investigation' | 'check'
}

export type Fields = Readonly<Record<string, Field>>

/** A value of one field: the words of its choices, the lines of its table, or what its kind says. */
type ValueOf<Each> = Each extends { kind: 'choice'; choices: readonly { readonly value: infer Value }[] }
  ? Value
  : Each extends { kind: 'rows'; columns: infer Columns extends Fields }
    ? readonly FactsOf<Columns>[]
    : Each extends { kind: infer Kind extends FieldKind }
      ? FieldValue<Kind>
      : never

/** The facts that a set of fields collects; each may be missing. */
export type FactsOf<Set extends Fields> = {
  readonly [Key in keyof Set]?: ValueOf<Set[Key]> | undefined
}

/** Keeps the kinds and choices literal, so that `FactsOf` knows each value's type. */
export function defineFields<const Set extends Fields>(fields: Set): Set {
  return fields
}

/** Asked when another fact has one of these values. */
export function factIs(key: string, ...values: readonly string[]) {
  return (facts: PartialFacts): boolean => {
    const value = facts[key]
    return typeof value === 'string' && values.includes(value)
  }
}

/** The same fields, asked only when `when` says so; every one of them keeps its own condition. */
export function askedWhen<Set extends Fields>(when: (facts: PartialFacts) => boolean, fields: Set): Set {
  const narrowed = Object.entries(fields).map(([key, field]): [string, Field] => [
    key,
    { ...field, asked: (facts) => when(facts) && isAsked(field, facts) },
  ])
  return Object.fromEntries(narrowed) as Set
}

/** A form's schema is the same for each of its steps, and building it is most of what loading a case type costs. */
const schemaOf = new WeakMap<Fields, z.ZodType<Record<string, unknown>>>()

/** Schema of the facts of a form: known keys only, each of its kind, any of them missing. */
export function factsSchema(fields: Fields): z.ZodType<Record<string, unknown>> {
  const built = schemaOf.get(fields) ?? builtSchema(fields)
  schemaOf.set(fields, built)
  return built
}

function builtSchema(fields: Fields): z.ZodType<Record<string, unknown>> {
  const shape = Object.entries(fields).map(([key, field]) => [key, valueSchema(field).optional()] as const)
  return z.strictObject(Object.fromEntries(shape))
}

function valueSchema(field: Field): z.ZodType {
  return kindSchema(field).meta({ title: field.label, ...(field.hint ? { description: field.hint } : {}) })
}

function kindSchema(field: Field): z.ZodType {
  if (field.kind === 'choice' && field.choices) {
    return z.union(
      field.choices.map(({ value, label }) => z.literal(value).meta({ title: label })),
      { error: `“${field.label}”只能选：${field.choices.map(({ value }) => value).join('、')}。` },
    )
  }
  if (field.kind === 'code' && field.table) {
    const table = findCodeTable(field.table)
    return z
      .enum(
        table.entries.map(({ code }) => code) as [string, ...string[]],
        `“${field.label}”里没有这个代码。`,
      )
      .meta({ description: table.entries.map(({ code, name }) => `${code} ${name}`).join('；') })
  }
  if (field.kind === 'rows' && field.columns) return z.array(factsSchema(field.columns)).max(40)
  return fieldValueSchemas[field.kind]
}

export function isAsked(field: Field, facts: PartialFacts): boolean {
  return field.asked?.(facts) ?? true
}

/** The moment for which a form must be complete: handed in at the counter, or decided. */
export type Moment = 'counter' | 'decision'

/** Keys of the fields that are asked, needed and still empty; of a line, the key of the table. */
export function missingFacts(
  fields: Fields,
  facts: PartialFacts,
  moment: Moment = 'counter',
  context: PartialFacts = facts,
): string[] {
  return Object.entries(fields)
    .filter(([, field]) => moment === 'decision' || field.stage !== 'investigation')
    .filter(([key, field]) => isAsked(field, context) && isMissing(field, facts[key]))
    .map(([key]) => key)
}

function isMissing(field: Field, value: unknown): boolean {
  if (isEmpty(value)) return !field.optional
  const { columns } = field
  if (!columns || !Array.isArray(value)) return false
  return value.some((line: PartialFacts) => missingFacts(columns, line, 'decision').length > 0)
}

/**
 * The facts without those that the form no longer asks for, so that a hidden answer decides nothing. `context` is what
 * decides whether a field is asked, when that is more than the facts themselves.
 */
export function askedFacts(
  fields: Fields,
  facts: PartialFacts,
  context: PartialFacts = facts,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([key, value]) => {
      const field = fields[key]
      if (field === undefined || value === undefined || value === '' || !isAsked(field, context)) return []
      return [[key, askedValue(field, value)]]
    }),
  )
}

function askedValue({ columns }: Field, value: unknown): unknown {
  if (!columns || !Array.isArray(value)) return value
  return value.map((line: PartialFacts) => askedFacts(columns, line))
}

/** The fields of a form that the police fill in after acceptance. */
export function fieldsAfterAcceptance(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, { stage }]) => stage !== undefined))
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}
