import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { dateInChina } from '../shared/base/plain-date.ts'
import { assess } from '../shared/cases/assess.ts'
import { assessInputSchema, readAssessInput } from '../shared/cases/assess-input.ts'

const usage = `用法：npm run assess -- 文件.json [--case-type 种类] [--on 年-月-日]
      npm run assess -- --case-type 种类 < 事实.json
      npm run assess -- --schema`

z.config(z.locales.zhCN())

/** Judges the facts of a case from outside the program: JSON in, JSON out, by the desk's and the city's own functions. */
function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'case-type': { type: 'string' },
      on: { type: 'string' },
      schema: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return say(usage, 0)
  if (values.schema) return say(JSON.stringify(assessInputSchema(), null, 2), 0)
  const text = readFileSync(positionals[0] ?? 0, 'utf8')
  const caseType = values['case-type']
  const read = readAssessInput(JSON.parse(text), {
    today: dateInChina(new Date().toISOString()),
    ...(caseType === undefined ? {} : { caseType }),
    ...(values.on === undefined ? {} : { on: values.on }),
  })
  if (!read.ok) return complain(read.refusals.map(({ message }) => message).join('\n'))
  return say(JSON.stringify(assess(read.value), null, 2), 0)
}

function say(text: string, code: number): number {
  process.stdout.write(`${text}\n`)
  return code
}

function complain(message: string): number {
  process.stderr.write(`${message}\n`)
  return 2
}

try {
  process.exitCode = main()
} catch (fault) {
  const reason = fault instanceof Error ? fault.message : String(fault)
  const said = fault instanceof SyntaxError ? `文件不是 JSON：${reason}` : reason
  process.exitCode = complain(`${said}\n${usage}`)
}
