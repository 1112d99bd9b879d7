import type { Decider } from '../../shared/people/decider.ts'
import type { Queries } from '../database/database.ts'

/** Enters who above a station may decide at its desks; answers the police numbers that were new. */
export async function putDeciders(
  queries: Queries,
  station: string,
  deciders: readonly Decider[],
): Promise<string[]> {
  const entered = await queries.query<{ police_number: string }>(
    `insert into deciders (station, police_number, role)
     select $1, "policeNumber", role from jsonb_to_recordset($2::jsonb) as given ("policeNumber" text, role text)
     on conflict do nothing returning police_number`,
    [station, JSON.stringify(deciders)],
  )
  return entered.map((row) => row.police_number)
}

/** Whether the city entered this person for the station in whose name the transaction runs, and they have not left. */
export async function mayDecide(queries: Queries, { policeNumber, role }: Decider): Promise<boolean> {
  const [answer] = await queries.query<{ may: boolean }>('select may_decide($1, $2) as may', [
    policeNumber,
    role,
  ])
  return answer?.may === true
}
