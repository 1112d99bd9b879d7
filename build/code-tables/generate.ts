/** Turns the CSVs beside this file into shared/codes/tables: `npx tsx build/code-tables/generate.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { makeTables } from './make-tables.ts'

const folder = fileURLToPath(new URL('../../shared/codes/tables/', import.meta.url))

mkdirSync(folder, { recursive: true })
for (const { name, text } of makeTables()) writeFileSync(`${folder}${name}`, text)
