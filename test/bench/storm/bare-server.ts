import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import fastify from 'fastify'
import { Pool } from 'pg'
import { openAppendFile } from './append-file.ts'
import { takeUploads } from './bare-uploads.ts'

/**
 * The floor of the storm: a server that decides nothing. It opens the body, reads the JSON, makes it durable, and
 * answers with one word an action. `bare-server.ts FOLDER` appends to a file, one sync for all that wait;
 * `bare-server.ts FOLDER DATABASE_URL` inserts into PostgreSQL, one statement a message.
 */
interface Message {
  readonly station: string
  readonly actions: readonly { readonly id: string }[]
}
type Keep = (message: Message) => Promise<void>

async function keepInFile(folder: string): Promise<Keep> {
  const append = await openAppendFile(join(folder, 'bare.log'))
  return ({ actions }) => append(Buffer.from(`${JSON.stringify(actions)}\n`))
}

async function keepInPostgres(url: string): Promise<Keep> {
  const pool = new Pool({ connectionString: url, max: 8 })
  await pool.query('create table bare (station text, id uuid, action jsonb, primary key (station, id))')
  return async ({ station, actions }) => {
    await pool.query(
      `insert into bare select $1, (action ->> 'id')::uuid, action
       from jsonb_array_elements($2::jsonb) as given (action) on conflict do nothing`,
      [station, JSON.stringify(actions)],
    )
  }
}

const [folder = '.', url] = process.argv.slice(2)
const keep = await (url === undefined ? keepInFile(folder) : keepInPostgres(url))
const app = fastify({ bodyLimit: 8 * 1024 * 1024 })
app.removeAllContentTypeParsers()
app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
  const plain = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
  done(null, JSON.parse(plain.toString('utf8')))
})
app.post<{ Body: Message }>('/v1/actions', async ({ body }) => {
  await keep(body)
  return { protocol: 1, verdicts: body.actions.map(({ id }) => ({ id, outcome: 'accepted' })) }
})
takeUploads(app, await openAppendFile(join(folder, `${url === undefined ? 'file' : 'postgresql'}-scans.bin`)))
process.stdout.write(`city ready ${await app.listen({ port: 0, host: '127.0.0.1' })}\n`)
