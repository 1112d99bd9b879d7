import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import expressPouchDB from 'express-pouchdb'
import PouchDB from 'pouchdb'

/** PouchDB's own server on LevelDB in a folder that ends with the run. */
const folder = mkdtempSync(join(tmpdir(), 'bench-pouchdb-'))
const Stored = PouchDB.defaults({ prefix: `${folder}/` })
const app = express()
app.use(
  '/',
  expressPouchDB(Stored, { inMemoryConfig: true, mode: 'minimumForPouchDB', logPath: join(folder, 'log') }),
)
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready http://127.0.0.1:${server.address().port}\n`)
})
process.once('SIGTERM', () => process.exit(0))
