import type { Example } from '../case-type.ts'
import { examplesOfGrounds } from './examples-of-grounds.ts'
import { examplesOfMovers } from './examples-of-movers.ts'
import { examplesOfSettings } from './examples-of-settings.ts'

/** Worked examples: every ground just inside and just outside its limit, and everything beside the grounds. */
export const examples: readonly Example[] = [...examplesOfGrounds, ...examplesOfMovers, ...examplesOfSettings]
