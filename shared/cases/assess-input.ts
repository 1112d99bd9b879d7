import { z } from 'zod'
import { accepted, refused, type Outcome } from '../base/outcome.ts'
import { plainDateSchema } from '../base/plain-date.ts'
import { stationCodeSchema } from '../people/station.ts'
import { policyOptionNames, readPolicyOptions } from '../policy/options.ts'
import type { Assessed } from './assess.ts'
import type { CaseType } from './case-type.ts'
import { factsSchema } from './fields.ts'
import { caseTypes, findCaseType } from './registry.ts'

/** A station to judge at when the file names none: made up, in a county of Chifeng. */
const anyStation = { code: '150430100000', name: '样例派出所' }

const envelopeSchema = z.strictObject({
  caseType: z.string().optional(),
  on: plainDateSchema.optional(),
  station: z.strictObject({ code: stationCodeSchema, name: z.string().min(1).max(60) }).optional(),
  /** What the clerk thinks of asking for beside the checklist. */
  demands: z.array(z.string().max(200)).max(50).optional(),
  /** Named settings that differ from the city's defaults. */
  options: z.record(z.string(), z.union([z.string(), z.boolean()])).optional(),
  facts: z.record(z.string(), z.json()),
})

/** What the command line adds to, or says instead of, the file. */
export interface Overrides {
  readonly caseType?: string
  readonly on?: string
  readonly today: string
}

/** Reads an assessment's input; refuses with a sentence for each thing that does not fit. */
export function readAssessInput(json: unknown, { caseType, on, today }: Overrides): Outcome<Assessed> {
  const envelope = envelopeSchema.safeParse(isBareFacts(json) ? { facts: json } : json)
  if (!envelope.success) return refused(...envelope.error.issues.map(inWords))
  const given = envelope.data
  const type = findCaseType(caseType ?? given.caseType ?? '')
  if (!type) return refused(unknownType(caseType ?? given.caseType))
  const day = plainDateSchema.safeParse(on ?? given.on ?? today)
  if (!day.success) return refused({ code: 'bad-day', message: `日期 ${on ?? ''} 不对：应写成年-月-日。` })
  const facts = factsSchema(type.fields).safeParse(given.facts)
  if (!facts.success) return refused(...facts.error.issues.map((issue) => factInWords(issue, type)))
  const options = readPolicyOptions(given.options ?? {})
  if (!options.ok) return options
  return accepted({
    caseType: type,
    facts: facts.data,
    on: day.data,
    station: given.station ?? anyStation,
    demands: given.demands ?? [],
    options: options.value,
  })
}

/** Facts alone, without the envelope: allowed when the case type is named on the command line. */
function isBareFacts(json: unknown): boolean {
  return typeof json === 'object' && json !== null && !Array.isArray(json) && !('facts' in json)
}

function unknownType(name: string | undefined) {
  const known = caseTypes.map(({ id, name: words }) => `${id}（${words}）`).join('、')
  const message =
    name === undefined || name === ''
      ? `没有说是哪种案件。请在文件里写 caseType，或者用 --case-type。可以用：${known}`
      : `没有“${name}”这种案件。可以用：${known}`
  return { code: 'no-such-case-type', message }
}

function inWords({ path, message }: z.core.$ZodIssue) {
  return { code: 'bad-input', message: `${path.join('.') || '文件'}：${message}` }
}

function factInWords(issue: z.core.$ZodIssue, { fields }: CaseType) {
  const name = String(issue.path[0] ?? '')
  const label = fields[name]?.label
  if (issue.code === 'unrecognized_keys') {
    return {
      code: 'unknown-fact',
      message: `facts：没有 ${issue.keys.join('、')} 这一项。有哪些项请看 --schema。`,
    }
  }
  return {
    code: 'bad-fact',
    message: `facts.${issue.path.join('.')}${label ? `（${label}）` : ''}：${issue.message}`,
  }
}

/** The JSON Schema of the whole input, with the facts of every case type. */
export function assessInputSchema() {
  const { facts: _facts, caseType: _caseType, ...shape } = envelopeSchema.shape
  const branches = caseTypes.map((caseType) =>
    z
      .strictObject({
        ...shape,
        caseType: z.literal(caseType.id).meta({ title: caseType.name, description: caseType.summary }),
        facts: factsSchema(caseType.fields),
      })
      .meta({ title: caseType.name, description: caseType.summary }),
  )
  return {
    ...z.toJSONSchema(z.union(branches), { unrepresentable: 'any', io: 'input' }),
    title: 'assess',
    description: `caseType: ${caseTypes.map(({ id }) => id).join(', ')}; options: ${policyOptionNames.join(', ')}`,
  }
}
