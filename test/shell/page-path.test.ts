import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../electron/security/content-security-policy.ts'
import { mediaTypeOf } from '../../electron/security/media-type.ts'
import { filePathOf, isOwnPage } from '../../electron/security/page-path.ts'

const folder = join('/', 'program', 'renderer')

describe('which file an address means', () => {
  it('finds the page and its parts', () => {
    expect(filePathOf(folder, 'app://desk/')).toBe(join(folder, 'index.html'))
    expect(filePathOf(folder, 'app://desk/index.html?again#top')).toBe(join(folder, 'index.html'))
    expect(filePathOf(folder, 'app://desk/assets/main-B2_x.js')).toBe(join(folder, 'assets/main-B2_x.js'))
  })

  it.each([
    'app://desk/../main.js',
    'app://desk/assets/../../main.js',
    'app://desk/%2e%2e/main.js',
    'app://desk/..%2fmain.js',
    'app://desk/..%5cmain.js',
    'app://desk/%252e%252e/main.js',
    'app://desk/a..b',
    'app://desk//etc/passwd',
    'app://desk/%2fetc/passwd',
    'app://desk/C:/Windows/win.ini',
    'app://desk/index.html%00.js',
    'app://desk/.env',
    'app://desk/%',
    'app://desk.example/index.html',
    'app://other/index.html',
    'app://desk:80/index.html',
    'https://desk/index.html',
    'file:///etc/passwd',
  ])('finds nothing behind %s', (address) => {
    expect(filePathOf(folder, address)).toBeUndefined()
  })

  it('takes no other address for its own page', () => {
    expect(isOwnPage('app://desk/index.html')).toBe(true)
    for (const address of [
      'app://desk.example/',
      'app://desk',
      'https://app//desk/',
      'data:text/html,x',
      '',
    ]) {
      expect(isOwnPage(address), address).toBe(false)
    }
  })

  it('serves only kinds of files that the program ships', () => {
    expect(mediaTypeOf('/a/b.woff2')).toBe('font/woff2')
    expect(mediaTypeOf('/a/b.exe')).toBeUndefined()
    expect(mediaTypeOf('/a/b')).toBeUndefined()
  })
})

describe('the content security policy', () => {
  it('forbids everything that it does not name, and unsafe things by no name', () => {
    const policy = contentSecurityPolicy('abc')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("style-src 'self' 'nonce-abc'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    for (const wish of ['frame-src', 'object-src', 'base-uri', 'form-action', 'frame-ancestors']) {
      expect(policy).toContain(`${wish} 'none'`)
    }
  })
})
