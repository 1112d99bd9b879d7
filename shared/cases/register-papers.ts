import { v5 as nameBasedUuid } from 'uuid'
import type { Outcome, Refusal } from '../base/outcome.ts'
import type { DocumentDefinition } from '../documents/definition.ts'
import { collectiveMemberCard } from '../documents/collective-member-card.ts'
import { registerForm } from '../documents/register-form.ts'
import { residentCard } from '../documents/resident-card.ts'
import { householdKey } from '../people/household.ts'
import { residentKey, type ResidentRecord } from '../people/resident.ts'
import { findHousehold, findPerson, type RecordKey } from '../register/record.ts'
import type { CaseFile } from './case-file.ts'
import type { Paper, PaperContext } from './case-type.ts'
import { eachOnNewSheets } from './new-sheets.ts'
import { memberCardWords, registerFormWords, residentCardWords, type Registered } from './register-words.ts'

const nobodyRegistered: Refusal = {
  code: 'nobody-registered',
  message: '没有在册的人，这张纸不用打印。',
}

interface RegisterPaperSources {
  /** The head's name, where the case knows it and the head's record may not be at hand. */
  readonly headName?: (caseFile: CaseFile) => string
  /** False where the case may end the registration: what is cancelled gets no page of a booklet. */
  readonly withPage?: boolean | ((caseFile: CaseFile) => boolean)
}

/**
 * What results from registering people: the register form (常住人口登记表) for the archive, and the page of the household
 * booklet, or a member's card in a collective household, as an overprint. `keysOf` gives the keys of the people registered.
 */
export function registerPapers(
  keysOf: (caseFile: CaseFile) => readonly RecordKey[],
  sources: RegisterPaperSources = {},
): readonly Paper[] {
  const common = {
    kind: 'slip',
    occasion: 'result',
    available: (caseFile: CaseFile) =>
      (caseFile.status === 'closed' || caseFile.status === 'issued') && keysOf(caseFile).length > 0,
    touches: keysOf,
  } as const
  const { withPage = true } = sources
  const page: Paper = {
    ...common,
    available: (caseFile) =>
      common.available(caseFile) && (typeof withPage === 'function' ? withPage(caseFile) : withPage),
    id: 'booklet-page',
    name: '户口簿内页（套打）',
    make: (context) =>
      eachOnNewSheets(
        registered(context, keysOf, sources).filter(({ person }) => person.status === 'registered'),
        (each) => bookletPageOf(each, context),
        nobodyRegistered,
      ),
  }
  return [
    {
      ...common,
      id: 'register-form',
      name: '常住人口登记表',
      make: (context) =>
        eachOnNewSheets(
          registered(context, keysOf, sources),
          (each) => registerForm(registerFormWords(each)),
          nobodyRegistered,
        ),
    },
    ...(withPage === false ? [] : [page]),
  ]
}

/** Keys of the first `count` records that a step created with `newRecordId`; none while the step was not taken. */
export function keysOfPeopleEntered(caseFile: CaseFile, step: string, count: number): RecordKey[] {
  const act = caseFile.steps.findLast((taken) => taken.step === step)
  if (!act) return []
  return Array.from({ length: count }, (_, n) => residentKey(nameBasedUuid(String(n), act.actionId)))
}

function registered(
  context: PaperContext,
  keysOf: (caseFile: CaseFile) => readonly RecordKey[],
  { headName }: RegisterPaperSources,
): Registered[] {
  const { caseFile, records, station, clerk, day } = context
  return keysOf(caseFile).flatMap((key) => {
    const person = findPerson(records, key)
    if (!person) return []
    const household = findHousehold(records, householdKey(person.householdNumber))
    const head = findPerson(records, residentKey(household?.headPersonId ?? ''))
    const written = person.entries?.findLast(({ caseId }) => caseId === caseFile.id)
    return [
      {
        person,
        household,
        headName: nameOfHead(person, household?.collective?.headName ?? head?.name ?? headName?.(caseFile)),
        station: station.name,
        clerk: written?.by ?? clerk.name,
        on: written?.on ?? day,
      },
    ]
  })
}

/** Who is head stands as head on the own page, also before the household's record says so. */
function nameOfHead(person: ResidentRecord, known: string | undefined): string {
  return person.relationToHead === '01' || person.relationToHead === '02' ? person.name : (known ?? '')
}

function bookletPageOf(each: Registered, { calibration }: PaperContext): Outcome<DocumentDefinition> {
  const paper = { kind: 'printed-stock', calibration } as const
  return each.household?.householdKind === 'collective'
    ? collectiveMemberCard(memberCardWords(each), paper)
    : residentCard(residentCardWords(each), paper)
}
