import { z } from 'zod'
import { rolesWith } from '../people/role.ts'
import type { CaseType } from './case-type.ts'

/** A case type as a program in another language needs it: which steps there are, who takes them when, and their facts. */
export interface CaseTypeDescription {
  readonly id: string
  readonly name: string
  readonly summary: string
  /** Statuses from which nothing needs to follow. */
  readonly closed: readonly string[]
  /** By the name that goes into an action's `step`. */
  readonly steps: Readonly<Record<string, StepDescription>>
}

interface StepDescription {
  readonly name: string
  /** Roles that may take it. */
  readonly roles: readonly string[]
  /** Statuses it may be taken from; `new` opens a case. */
  readonly from: readonly string[]
  readonly to: readonly string[]
  /** Whoever took one of these in the same case may not take this one. */
  readonly notBy: readonly string[]
  /** JSON Schema (2020-12) of an action's `facts`. */
  readonly facts: unknown
}

/** Derived from the registry alone, so that it cannot say anything else than what the city decides by. */
export function describeCaseType({ id, name, summary, closed, steps }: CaseType): CaseTypeDescription {
  return {
    id,
    name,
    summary,
    closed,
    steps: Object.fromEntries(
      Object.entries(steps).map(([key, step]) => [
        key,
        {
          name: step.name,
          roles: rolesWith(step.permission),
          from: step.from,
          to: step.to,
          notBy: step.notBy ?? [],
          facts: z.toJSONSchema(step.facts, { unrepresentable: 'any', io: 'input' }),
        },
      ]),
    ),
  }
}
