import { accepted } from '../base/outcome.ts'
import { servicesLeaflet, type ServiceItem } from '../documents/services-leaflet.ts'
import { citeInWords } from '../policy/instruments/index.ts'
import { servicesFor, type Service, type ServiceOpening } from '../policy/services.ts'
import type { CaseFile } from './case-file.ts'
import type { Paper, PaperContext } from './case-type.ts'
import { headOf } from './slip-papers.ts'

interface Leaflet {
  readonly name: string
  readonly receiver: 'settled' | 'permit'
  readonly available: (caseFile: CaseFile) => boolean
  /** What has happened, after the person's name. */
  readonly occasion: (context: PaperContext) => string
  readonly basis: '落户' | '居住证'
}

/** What opens for the person from now on, to take home (赤政发〔2016〕50号, 三(二) and 四(二) to (七)). */
export function servicesPaper({ name, receiver, available, occasion, basis }: Leaflet): Paper {
  const itemsOf = (opening: ServiceOpening) =>
    servicesFor(receiver).flatMap((service) => (service.group === opening ? [itemOf(service)] : []))
  return {
    id: 'services-leaflet',
    name,
    kind: 'slip',
    occasion: 'result',
    available,
    touches: () => [],
    make: (context) => {
      const { caseFile, caseType } = context
      return accepted(
        servicesLeaflet({
          head: headOf(context),
          name: caseType.holder(caseFile.form).name,
          occasion: occasion(context),
          basis,
          now: itemsOf('now'),
          afterYears: itemsOf('after-years'),
          onConditions: itemsOf('with-conditions'),
        }),
      )
    },
  }
}

function itemOf({ name, words, citation, group }: Service): ServiceItem {
  return group === 'now'
    ? { name: `${name}：${words}`, clause: citeInWords(citation), when: '' }
    : { name, clause: citeInWords(citation), when: words }
}
