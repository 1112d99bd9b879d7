import { z } from 'zod'
import { accepted, refused, type Outcome } from '../../base/outcome.ts'
import type { SheetRecord } from '../../register/record.ts'
import type { PartialFacts } from '../fields.ts'
import { handlingSteps } from '../standard-steps/decide.ts'
import { defineStep } from '../step.ts'

interface Counterfoil {
  /** Key of the sheet whose counterfoil was typed in. */
  readonly keysOf: (form: PartialFacts) => readonly string[]
  /** The record that the counterfoil says, once somebody has compared it. */
  readonly recordOf: (form: PartialFacts, station: string, stationName: string) => Outcome<SheetRecord>
}

/** 核对存根: a second person holds the paper counterfoil beside what the first one typed; only then is it an original. */
export function compareCounterfoilStep({ keysOf, recordOf }: Counterfoil) {
  return defineStep({
    name: '核对存根',
    permission: 'compare-counterfoil',
    from: ['awaiting-comparison'],
    to: ['awaiting-approval', 'returned'],
    secondHand: true,
    notBy: handlingSteps,
    facts: z.strictObject({
      agrees: z.boolean(),
      note: z.string().max(500),
      stationName: z.string().max(60),
    }),
    touches: (_facts, caseFile) => keysOf(caseFile?.form ?? {}),
    decide: (context, { agrees, stationName }) => {
      if (!agrees) return accepted({ status: 'returned' })
      const record = recordOf(context.caseFile?.form ?? {}, context.action.station, stationName)
      if (!record.ok) return record
      if (context.records.has(record.value.key)) {
        return refused({
          code: 'counterfoil-in-register',
          message: '这个编号在签发登记里已经有了，请退回后从登记里选原证。',
        })
      }
      return accepted({ status: 'awaiting-approval', records: [record.value] })
    },
  })
}
