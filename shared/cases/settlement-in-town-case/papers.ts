import { dateInChina } from '../../base/plain-date.ts'
import { residentKey } from '../../people/resident.ts'
import type { RecordKey } from '../../register/record.ts'
import type { CaseFile } from '../case-file.ts'
import type { Paper, PaperContext } from '../case-type.ts'
import { keysOfPeopleEntered, registerPapers } from '../register-papers.ts'
import { servicesPaper } from '../services-paper.ts'
import type { SettlementFacts } from './fields.ts'
import { moversOf } from './movers.ts'
import { townshipName } from './places.ts'
import { registersNow } from './way.ts'

function factsOf({ form }: CaseFile): SettlementFacts {
  return form
}

/** Those who were in the register before, and those whom the act entered. */
function keysOfTheSettled(caseFile: CaseFile): RecordKey[] {
  const facts = factsOf(caseFile)
  if (!registersNow(facts)) return []
  const movers = moversOf(facts, dateInChina(caseFile.changedAt))
  const entered = keysOfPeopleEntered(caseFile, 'settle', movers.length)
  return movers.flatMap(({ personId }, n) => (personId ? residentKey(personId) : (entered[n] ?? [])))
}

const leaflet = servicesPaper({
  name: '落户后可以享受的服务',
  receiver: 'settled',
  available: (caseFile) => caseFile.status === 'closed' && registersNow(factsOf(caseFile)),
  occasion: (context) => `已经在赤峰市${placeInWords(context, factsOf(context.caseFile).township)}落户`,
  basis: '落户',
})

function placeInWords({ station }: PaperContext, township: string | undefined): string {
  return township ? townshipName(township) : station.shortName
}

export const papers: readonly Paper[] = [...registerPapers(keysOfTheSettled), leaflet]
