/** The sample station's and the sample city's starting packages. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.mjs'
import { say } from './say.mjs'
import { root } from './setup.mjs'

const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
const packages = {
  station: join(root, 'dist/sample/station.package'),
  city: join(root, 'dist/sample/city.package'),
  /** Key and authority of the sample city, whose public half the station's package carries. */
  identity: join(root, 'dist/sample/city-identity'),
}

/** Paths of both packages and of the city's identity, made first when one is missing. */
export function samplePackages() {
  if (Object.values(packages).some((path) => !existsSync(path))) {
    say('正在生成练习站的数据……', 'Making the sample station…')
    run(process.execPath, [tsx, join(root, 'build/sample-station/generate.ts')], { cwd: root })
  }
  return packages
}
