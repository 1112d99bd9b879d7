import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asStation } from '../../server/database/as-station.ts'
import { reissueActions, type MadeStation } from '../builders/reissues.ts'
import { addStation, bothStores, type CityUnderTest, send } from './city-under-test.ts'

describe.each(bothStores)('the database itself, on %s,', (_name, open) => {
  let base: CityUnderTest
  let mine: MadeStation
  let theirs: MadeStation
  beforeAll(async () => {
    base = await open()
    mine = await addStation(base.city, 1)
    theirs = await addStation(base.city, 1)
    for (const station of [mine, theirs]) await send(base.app, station, reissueActions({ station, n: 0 }))
    for (const { code } of [mine, theirs]) {
      await base.city.database.query("insert into bundles values ($1, 'D1', 'x', 1, 0, now())", [code])
      await base.city.database.query(
        `insert into author_keys values ($1, 'aaaaaaaaaaaa', 'D9', 'u9', '', 'bbbbbbbbbbbb', now(), null, '{}')`,
        [code],
      )
      await base.city.database.query(
        `insert into attachments (station, digest, bytes, media_type, begun_at) values ($1, $2, 1, '', now())`,
        [code, 'd'.repeat(64)],
      )
    }
  })
  afterAll(() => base.close())

  const own = (sql: string, parameters: readonly unknown[] = []) =>
    asStation(base.city.database, mine.code, (queries) => queries.query<{ station: string }>(sql, parameters))

  it.each(['actions', 'cases', 'records', 'bundles', 'attachments', 'author_keys'])(
    'shows a station nothing of another’s %s',
    async (table) => {
      const rows = await own(`select station from ${table}`)
      expect(rows.length).toBeGreaterThan(0)
      expect(new Set(rows.map(({ station }) => station))).toEqual(new Set([mine.code]))
      expect(await own(`select station from ${table} where station = $1`, [theirs.code])).toEqual([])
    },
  )

  it.each(['reset role', 'set local role none'])(
    'takes a station’s name that is written as a statement (%s) for a name, which nobody has',
    async (statement) => {
      const name = `${mine.code}'; ${statement}; --`
      const seen = await asStation(base.city.database, name, (queries) =>
        queries.query<{ station: string; role: string; seen: number }>(
          "select current_setting('app.station') as station, current_user::text as role, (select count(*)::int from actions) as seen",
        ),
      )
      expect(seen).toEqual([{ station: name, role: 'hukou_station', seen: 0 }])
    },
  )

  it('lets a station write nothing in another’s name', async () => {
    await expect(
      own(
        `insert into cases (station, case_id, version, status, case_type, body)
         values ($1, gen_random_uuid(), 1, 'x', 'x', '{}')`,
        [theirs.code],
      ),
    ).rejects.toThrow(/row-level security/)
    const changed = await own('update records set version = 99 where station = $1 returning station', [
      theirs.code,
    ])
    expect(changed).toEqual([])
    await expect(
      own('update records set station = $1 where station = $2', [theirs.code, mine.code]),
    ).rejects.toThrow(/row-level security/)
  })

  it.each([
    ['rewrites a filed action', "update actions set step = 'x'"],
    ['deletes a filed action', 'delete from actions'],
    ['reads the city’s key', 'select secret from city_key'],
    ['reads the secret that signs certificates', 'select secret from city_authority'],
    ['reads which machines come on the line', 'select fingerprint from station_certificates'],
    ['reads how far replaced machines had come', 'select head from replaced_trail_heads'],
    ['lets a machine in again', 'update station_certificates set revoked_at = null'],
    ['gives itself an enrolment code', "insert into enrolment_codes values ('', 'x', now())"],
    ['reads who left', 'select police_number from leavers'],
    ['reads who may decide', 'select police_number from deciders'],
    ['makes itself a decider', "insert into deciders values (current_setting('app.station'), '1', 'county')"],
    ['changes its token', "update stations set token_digest = 'x'"],
    ['makes a key known', 'insert into author_keys select * from author_keys'],
    ['lets a key end or last', 'update author_keys set ended_at = null'],
    ['rewrites a signature', "update actions set author_signature = 'x'"],
    ['forgets an attachment', 'delete from attachments'],
    ['drops a table', 'drop table actions'],
    ['gives itself more', 'grant all on city_key to hukou_station'],
  ])('lets no station’s session do it: %s', async (_what, sql) => {
    await expect(own(sql)).rejects.toThrow(/permission denied|must be owner/)
  })

  it('tells a station which blocks of sequence codes are given away, and lets it take none for another', async () => {
    const take = (station: string, first: number) =>
      own('insert into sequence_blocks values ($1, $2, $3)', ['150430', first, station])
    await take(mine.code, 901)
    await expect(take(theirs.code, 911)).rejects.toThrow(/row-level security/)
    expect((await own('select station from sequence_blocks')).length).toBeGreaterThan(0)
  })

  it('shows nothing at all to a session that names no station', async () => {
    const rows = await asStation(base.city.database, '', (queries) => queries.query('select 1 from records'))
    expect(rows).toEqual([])
  })
})
