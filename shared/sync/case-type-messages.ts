import { z } from 'zod'

/** GET /v1/case-types: which kinds of case the city takes. */
export const caseTypeListSchema = z.object({
  caseTypes: z.array(z.object({ id: z.string(), name: z.string(), summary: z.string() })),
})

export const caseTypeRequestSchema = z.object({ id: z.string().regex(/^[a-z-]{1,60}$/) })

const stepSchema = z.object({
  name: z.string(),
  roles: z.array(z.string()),
  from: z.array(z.string()),
  to: z.array(z.string()),
  notBy: z.array(z.string()),
  /** JSON Schema (2020-12) of an action's `facts`. */
  facts: z.looseObject({}),
})

/** GET /v1/case-types/ID: its steps, who may take them when, and what their facts must look like. */
export const caseTypeSchema = z.object({
  id: z.string(),
  name: z.string(),
  summary: z.string(),
  closed: z.array(z.string()),
  steps: z.record(z.string(), stepSchema),
})
