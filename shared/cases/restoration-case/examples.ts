import type { Example } from '../case-type.ts'
import { examplesOfChecks } from './examples-of-checks.ts'
import { examplesOfParticulars } from './examples-of-particulars.ts'
import { examplesOfRoutes } from './examples-of-routes.ts'

/** Worked examples, each with what must come of it. */
export const examples: readonly Example[] = [
  ...examplesOfRoutes,
  ...examplesOfChecks,
  ...examplesOfParticulars,
]
