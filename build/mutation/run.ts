import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { PartialStrykerOptions } from '@stryker-mutator/api/core'
import { Stryker } from '@stryker-mutator/core'
import { figureOf, survivorsOf } from './figure.ts'
import { sampleVariable } from './sample.ts'

/**
 * `npm run mutate` puts mutated rules before the tests. `--share 0.1 --seed 7` draws that part of all mutants,
 * `--mutate GLOB,GLOB` takes those files alone, `--survivors` prints what lived in the last run. Ends with 1 below 90 %.
 */
const { values } = parseArgs({
  options: {
    share: { type: 'string' },
    seed: { type: 'string', default: '1' },
    mutate: { type: 'string' },
    concurrency: { type: 'string' },
    survivors: { type: 'boolean', default: false },
  },
})

const wanted = 0.9

if (!values.survivors) await mutate()
show()

async function mutate(): Promise<void> {
  const options: PartialStrykerOptions = { configFile: 'build/mutation/stryker.config.json' }
  if (values.mutate) options.mutate = values.mutate.split(',')
  if (values.concurrency) options.concurrency = Number(values.concurrency)
  if (values.share) {
    const share = Number(values.share)
    if (!(share > 0 && share <= 1)) throw new Error('--share is a part of all mutants: above 0, at most 1')
    process.env[sampleVariable] = JSON.stringify({ share, seed: values.seed })
    options.checkers = ['sample']
  }
  await new Stryker(options).runMutationTest()
}

function show(): void {
  const report = JSON.parse(readFileSync('out/mutation/report.json', 'utf8')) as Parameters<
    typeof figureOf
  >[0]
  for (const { file, line, column, mutator, from, to, covered } of survivorsOf(report)) {
    console.log(`${file}:${line}:${column} ${mutator}${covered ? '' : ' (no test comes here)'}`)
    console.log(`  - ${from}\n  + ${to}`)
  }
  const { valid, killed, survived, uncovered, share, interval } = figureOf(report)
  const percent = (part: number) => `${(part * 100).toFixed(1)} %`
  console.log(
    `${killed} of ${valid} killed: ${percent(share)} (95 %: ${interval.map(percent).join(' to ')}); ` +
      `${survived} lived, ${uncovered} that no test comes to`,
  )
  if (!(share >= wanted)) process.exitCode = 1
}
