import { describe, expect, it } from 'vitest'
import { readSettings } from '../../electron/settings.ts'

const words = [
  'electron',
  '.',
  '--no-sandbox',
  '--data-folder=/d',
  '--package=/p',
  '--city=http://127.0.0.1:1',
  '--algorithms=sm4-gcm',
  '--inspect=0',
]

describe('the command line', () => {
  it('sets folder, package and city while building, whatever else Chromium is told', () => {
    expect(readSettings(words, false)).toEqual({
      sampleStation: false,
      anotherMachine: false,
      takesPlace: false,
      dataFolder: '/d',
      packagePath: '/p',
      cityAddress: 'http://127.0.0.1:1',
      practiceSuite: 'sm4-gcm',
    })
  })

  it('cannot point a working desk at another folder, package or city', () => {
    expect(readSettings(words, true)).toEqual({
      sampleStation: false,
      anotherMachine: false,
      takesPlace: false,
      dataFolder: undefined,
      packagePath: undefined,
      cityAddress: undefined,
      practiceSuite: 'aes-256-gcm',
    })
  })

  it('is heard by a packaged program that is a sample station', () => {
    expect(readSettings([...words, '--sample-station'], true)).toMatchObject({
      sampleStation: true,
      dataFolder: '/d',
    })
  })
})
