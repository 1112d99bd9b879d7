import { accepted } from '../../base/outcome.ts'
import { servicesLeaflet, type ServiceItem } from '../../documents/services-leaflet.ts'
import { dateInChina } from '../../base/plain-date.ts'
import { residentKey } from '../../people/resident.ts'
import { citeInWords } from '../../policy/instruments/index.ts'
import { servicesFor, type Service, type ServiceOpening } from '../../policy/services.ts'
import type { RecordKey } from '../../register/record.ts'
import type { CaseFile } from '../case-file.ts'
import type { Paper, PaperContext } from '../case-type.ts'
import { keysOfPeopleEntered, registerPapers } from '../register-papers.ts'
import { headOf } from '../slip-papers.ts'
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

/** What opens for the person from now on, to take home (赤政发〔2016〕50号, 四(二) to (七)). */
const leaflet: Paper = {
  id: 'services-leaflet',
  name: '落户后可以享受的服务',
  kind: 'slip',
  occasion: 'result',
  available: (caseFile) => caseFile.status === 'closed' && registersNow(factsOf(caseFile)),
  touches: () => [],
  make: (context) => {
    const { caseFile, caseType } = context
    const { township } = factsOf(caseFile)
    return accepted(
      servicesLeaflet({
        head: headOf(context),
        name: caseType.holder(caseFile.form).name,
        occasion: `已经在赤峰市${placeInWords(context, township)}落户`,
        basis: '落户',
        now: itemsOf('now'),
        afterYears: itemsOf('after-years'),
        onConditions: itemsOf('with-conditions'),
      }),
    )
  },
}

function placeInWords({ station }: PaperContext, township: string | undefined): string {
  return township ? townshipName(township) : station.shortName
}

function itemsOf(opening: ServiceOpening): ServiceItem[] {
  return servicesFor('settled').flatMap((service) => (service.group === opening ? [itemOf(service)] : []))
}

function itemOf({ name, words, citation, group }: Service): ServiceItem {
  return group === 'now'
    ? { name: `${name}：${words}`, clause: citeInWords(citation), when: '' }
    : { name, clause: citeInWords(citation), when: words }
}

export const papers: readonly Paper[] = [...registerPapers(keysOfTheSettled), leaflet]
