import { accepted, refused, type Outcome } from '../base/outcome.ts'
import { demandsOfEveryMatter } from './forbidden-in-every-matter.ts'
import { demandsByTopic } from './forbidden-by-topic.ts'
import type { DemandTopic, ForbiddenDemand } from './forbidden-demand.ts'
import { sharedRecordWords, type SharedRecord } from './shared-records.ts'

export type { DemandTopic, ForbiddenDemand, SharedRecord }

/** Demands that no case type may make. Case types add their own. */
export const alwaysForbidden: readonly ForbiddenDemand[] = demandsOfEveryMatter

/**
 * What may not be asked for in a matter of these topics: its own bans first, then those of every matter. A residence
 * permit has a lawful fee for exchange and replacement, so that matter bans its fees by their own words.
 */
export function forbiddenFor(...topics: readonly DemandTopic[]): readonly ForbiddenDemand[] {
  const own = demandsByTopic.filter((demand) => demand.topics.some((topic) => topics.includes(topic)))
  const hasLawfulFee = topics.includes('residence-permit')
  return [...own, ...alwaysForbidden.filter(({ id }) => !(hasLawfulFee && id === 'fee'))]
}

/**
 * Refuses a demand that stands on the list, naming the clause; any other wording passes. `obtained` names what the
 * station already has by data sharing: then nobody may ask for it on paper either.
 */
export function checkDemand(
  demand: string,
  list: readonly ForbiddenDemand[],
  obtained: readonly SharedRecord[] = [],
): Outcome<string> {
  const wording = plainWording(demand)
  const forbidden = list.find((item) => isAskedFor(item, wording, obtained))
  if (!forbidden) return accepted(demand)
  return refused({
    code: 'forbidden-demand',
    message: `不能要求“${forbidden.name}”：${forbidden.because}`,
    citation: forbidden.citation,
  })
}

/** Spaces, marks, width and case do not hide a demand. */
function plainWording(demand: string): string {
  return demand
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]/gu, '')
}

function isAskedFor(item: ForbiddenDemand, demand: string, obtained: readonly SharedRecord[]): boolean {
  const wording = withoutLookalikes(demand, item.unless)
  const stands = (word: string) => wording.includes(word)
  if (item.kind === 'shared-data') {
    return obtained.some((record) => sharedRecordWords[record].some(stands))
  }
  if (item.words.some(stands)) return true
  return item.together?.every((alternatives) => alternatives.some(stands)) ?? false
}

/** What only looks alike is taken out, so that a forbidden paper beside it is still seen. */
function withoutLookalikes(wording: string, lookalikes: readonly string[] = []): string {
  return lookalikes.reduce((rest, lookalike) => rest.replaceAll(lookalike, '|'), wording)
}
