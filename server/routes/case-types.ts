import type { z } from 'zod'
import type { CaseType } from '../../shared/cases/case-type.ts'
import { describeCaseType } from '../../shared/cases/describe-case-type.ts'
import { caseTypes, findCaseType } from '../../shared/cases/registry.ts'
import {
  caseTypeListSchema,
  caseTypeRequestSchema,
  caseTypeSchema,
} from '../../shared/sync/case-type-messages.ts'
import { faultSchema } from '../../shared/sync/messages.ts'
import { CityFault } from '../faults/city-fault.ts'
import type { App } from '../http/fastify-app.ts'

const described = new Map<string, z.output<typeof caseTypeSchema>>()

/** Made once: the registry does not change while the server runs. */
function describe(caseType: CaseType) {
  const before = described.get(caseType.id)
  if (before) return before
  const made = caseTypeSchema.parse(describeCaseType(caseType))
  described.set(caseType.id, made)
  return made
}

const list = { caseTypes: caseTypes.map(({ id, name, summary }) => ({ id, name, summary })) }

/** GET /v1/case-types: the kinds of case and their steps, for clients that cannot import the registry. No personal data. */
export function addCaseTypeRoutes(app: App): void {
  app.get(
    '/v1/case-types',
    {
      config: { permission: 'public' },
      schema: { summary: 'The kinds of case that the city takes', response: { 200: caseTypeListSchema } },
    },
    () => list,
  )
  app.get(
    '/v1/case-types/:id',
    {
      config: { permission: 'public' },
      schema: {
        summary: 'The steps of a kind of case, and the JSON Schema of the facts of each',
        params: caseTypeRequestSchema,
        response: { 200: caseTypeSchema, 404: faultSchema },
      },
    },
    (request) => {
      const caseType = findCaseType(request.params.id)
      if (caseType) return describe(caseType)
      throw new CityFault(404, { code: 'no-such-case-type', message: '市局没有这种案件，请先升级程序。' })
    },
  )
}
