import { PGlite } from '@electric-sql/pglite'
import fastify from 'fastify'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'

/** The plainest endpoint that RxDB's HTTP replication can speak to: one set insert a push, one page a pull. */
const url = process.env.DATABASE_URL
const query = url ? queryOn(new Pool({ connectionString: url, max: 8 })) : await embedded()

function queryOn(pool) {
  return async (sql, parameters) => (await pool.query(sql, parameters)).rows
}

async function embedded() {
  const database = await PGlite.create(join(mkdtempSync(join(tmpdir(), 'bench-rxdb-')), 'base'))
  return async (sql, parameters) => (await database.query(sql, parameters)).rows
}

await query(
  'create table if not exists documents (seq bigserial, room text, id text, body jsonb, primary key (room, id))',
)
await query('create index if not exists documents_by_seq on documents (room, seq)')

const app = fastify({ bodyLimit: 64 * 1024 * 1024 })
app.post('/:room/push', async (request) => {
  const documents = request.body.map((row) => row.newDocumentState)
  await query(
    `insert into documents (room, id, body) select $1, body ->> 'id', body from jsonb_array_elements($2::jsonb) as given (body)
     on conflict do nothing`,
    [request.params.room, JSON.stringify(documents)],
  )
  return []
})
app.get('/:room/pull', async (request) => {
  const { after, limit } = request.query
  const rows = await query(
    'select seq, body from documents where room = $1 and seq > $2 order by seq limit $3',
    [request.params.room, after, limit],
  )
  return {
    documents: rows.map(({ body }) => ({ ...body, _deleted: false })),
    checkpoint: rows.length > 0 ? { seq: Number(rows.at(-1).seq) } : { seq: Number(after) },
  }
})
process.stdout.write(`ready ${await app.listen({ port: 0, host: '127.0.0.1' })}\n`)
process.once('SIGTERM', () => process.exit(0))
