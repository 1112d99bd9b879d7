import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { faultsOfLock } from '../../build/dependency-audit.mjs'

const good = { version: '1.0.0', integrity: 'sha512-abc', license: 'MIT' }
const faultsOf = (part: object) =>
  faultsOfLock({ packages: { '': {}, 'node_modules/part': { ...good, ...part } } })

describe('the parts that the program is built from', () => {
  it('are all from a registry, by digest, without scripts, under licences that may ship', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Parameters<typeof faultsOfLock>[0]
    expect(Object.keys(lock.packages).length).toBeGreaterThan(500)
    expect(faultsOfLock(lock)).toEqual([])
  })

  it.each([
    ['a digest that can be forged', { integrity: 'sha1-abc' }, 'has no sha512 digest'],
    ['no digest', { integrity: undefined }, 'has no sha512 digest'],
    [
      'a git address',
      { resolved: 'git+ssh://somewhere/part.git' },
      'comes from git+ssh://somewhere/part.git',
    ],
    ['a plain address', { resolved: 'http://somewhere/part.tgz' }, 'comes from http://somewhere/part.tgz'],
    ['a script at its installation', { hasInstallScript: true }, 'runs a script when it is installed'],
    ['a licence that binds what ships with it', { license: 'GPL-3.0' }, 'ships under GPL-3.0'],
    ['no licence', { license: undefined }, 'ships under no licence'],
  ])('are named with what is wrong: %s', (_name, part, fault) => {
    expect(faultsOf(part)).toEqual([`node_modules/part ${fault}`])
  })

  it('may stand under any licence where they only build', () => {
    expect(faultsOf({ license: 'GPL-3.0', dev: true })).toEqual([])
    expect(faultsOf({})).toEqual([])
  })
})
