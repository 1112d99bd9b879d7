import { accepted, refused, type Outcome } from '../../shared/base/outcome.ts'
import type { Applied } from '../../shared/cases/apply-action.ts'
import { serialInWords } from '../../shared/register/certificate.ts'
import { moveInPermitSerialInWords } from '../../shared/register/move-in-permit.ts'
import type { RecordView, RegisterRecord, SheetRecord } from '../../shared/register/record.ts'
import type { Queries } from '../database/database.ts'

/**
 * A numbered sheet belongs to one station, for ever. Blank stock is claimed when the city hands it out; what remains is
 * a sheet that a station enters itself from a paper counterfoil. This is one of the two look-ups that cross stations.
 */
export async function claimSerials(
  { records }: Applied,
  before: RecordView,
  station: string,
  queries: Queries,
): Promise<Outcome<true>> {
  for (const record of records) {
    if (!isSheet(record) || record.station !== station || before.has(record.key)) continue
    if ((await claim(record, station, queries)) !== station) return refused(belongsElsewhere(record))
  }
  return accepted(true)
}

async function claim({ key }: SheetRecord, station: string, queries: Queries): Promise<string> {
  await queries.query('insert into serials (key, station) values ($1, $2) on conflict do nothing', [
    key,
    station,
  ])
  const [owner] = await queries.query<{ station: string }>('select station from serials where key = $1', [
    key,
  ])
  return owner?.station ?? ''
}

function isSheet(record: RegisterRecord): record is SheetRecord {
  return record.kind === 'certificate' || record.kind === 'move-in-permit'
}

function belongsElsewhere({ kind, serial }: SheetRecord) {
  const number = kind === 'certificate' ? serialInWords(serial) : moveInPermitSerialInWords(serial)
  return {
    code: 'serial-elsewhere',
    message: `${number}登记在别的派出所名下，本所不能录入。请对照存根核对编号和印制年份。`,
  }
}
