import { describe, expect, it } from 'vitest'
import { answerCall } from '../../electron/ipc/answer-call.ts'
import { filePathOf } from '../../electron/security/page-path.ts'
import { safeFileName } from '../../electron/services/files/file-name.ts'
import { signProof } from '../../electron/services/signing/signing.ts'
import { algorithm as ed25519, content } from '../proof/made-proofs.ts'
import { refusal } from './refusal.ts'

describe('a page that asks for too much', () => {
  const never = () => Promise.reject(new Error('the handler must not be reached'))
  const aSheet = {
    pdf: new Uint8Array(),
    printer: 'x',
    copies: 1,
    widthMillimetres: 210,
    heightMillimetres: 297,
    title: 'x',
    dialog: false,
  }
  const nested = (levels: number): object => (levels === 0 ? {} : { x: nested(levels - 1) })

  it.each([
    ['signin.verify', { userId: 'u1', passphrase: 'x'.repeat(100_000) }],
    ['signin.verify', { userId: { $gt: '' }, passphrase: 'x' }],
    ['signin.recover', { userId: 'u1', code: 'x'.repeat(10_000), newPassphrase: 'x' }],
    [
      'journal.append',
      { entries: Array.from({ length: 2001 }, (_, n) => ({ n: n + 1, body: new Uint8Array() })) },
    ],
    ['journal.read', { after: 0, limit: 1e9 }],
    ['restore.open', { openingCode: 'x', by: { way: 'folder', path: '/etc' } }],
    ['restore.read', { after: 0, limit: 1e9 }],
    ['line.exchange', { method: 'GET', path: 'https://example.invalid/' }],
    ['line.exchange', { method: 'GET', path: '/v1/../../etc/passwd' }],
    ['line.exchange', { method: 'DELETE', path: '/v1/actions' }],
    ['files.save', { suggestedName: 'a', bytes: 'text', dialog: false, kind: 'paper' }],
    ['files.save', { suggestedName: 'a', bytes: new Uint8Array(), dialog: false, kind: 'anything' }],
    [
      'files.save',
      {
        suggestedName: 'a',
        bytes: new Uint8Array(),
        dialog: false,
        kind: 'export',
        about: { kind: 'calibration' },
      },
    ],
    [
      'files.save',
      {
        suggestedName: 'a',
        bytes: new Uint8Array(),
        dialog: false,
        kind: 'paper',
        about: { kind: 'export', reason: 'checking' },
      },
    ],
    ['files.save', { suggestedName: 'a', bytes: new Uint8Array(), dialog: false, kind: 'export' }],
    ['printing.print', { ...aSheet, about: { kind: 'because' } }],
    ['printing.print', aSheet],
    ['printing.print', nested(2000)],
    ['bundle.write', { n: 0, lastOrder: 0, messages: [] }],
    ['bundle.write', { n: 1, lastOrder: 0, messages: [], leases: [], scans: ['../../keyring.json'] }],
    ['bundle.write', { n: 1, lastOrder: 0, messages: [{ station: '../..', device: '', actions: [] }] }],
    ['trail.note', { what: 'signed-in', userId: 'u2' }],
    ['trail.note', { what: 'own-record-given', record: 'person:x' }],
    ['trail.note', { what: 'expired-removed', kind: 'trail', reason: 'term-over', before: 9, after: 0 }],
    ['retention.remove', { kind: 'actions', reason: 'term-over' }],
    ['arrivals.decide', { decision: 'taken', removed: 1, replaced: 0, of: 9, upTo: 1 }],
    ['arrivals.decide', { decision: 'taken', reason: 'because', removed: 1, replaced: 0, of: 9, upTo: 1 }],
    ['retention.remove', { kind: 'exports', reason: 'because' }],
    [
      'trail.looks',
      {
        record: 'person:x',
        household: 'household:1',
        request: { asker: 'agent', identity: 'id-card', purpose: 'copy', entitlementSeen: false },
      },
    ],
    ['trail.looks', { record: 'certificate:x', household: 'household:1', request: {} }],
    ['trail.note', { what: 'anchored', n: 1, head: 'x' }],
    ['proof.sign', { sheet: 'x', digest: 'not hexadecimal' }],
    ['accounts.add', { name: '', role: 'emperor', policeNumber: '', firstPassphrase: '' }],
  ] as const)('%s is refused in words before anybody acts on it (%#)', async (channel, request) => {
    expect(refusal(await answerCall(channel, request, never, () => undefined))).toBe('request-shape')
  })
})

describe('names and addresses', () => {
  it.each([
    '../../../etc/passwd',
    '..\\..\\windows\\system32\\x',
    'a\u0000.pdf',
    'CON',
    '/etc/shadow',
    'a/b',
    '‮fdp.exe',
  ])('a file called %j stays inside the folder under a plain name', (name) => {
    const safe = safeFileName(name)
    for (const sign of ['/', '\\', '\u0000', '\u202e']) expect(safe).not.toContain(sign)
    expect(safe).not.toMatch(/^(\.|CON$)/)
  })

  it.each([
    'app://desk/../main.js',
    'app://desk/%2e%2e/main.js',
    'app://desk/..%2fmain.js',
    'app://desk/%252e%252e/main.js',
    'app://desk/assets/%00.js',
    'app://other/index.html',
    'file:///etc/passwd',
    'javascript:alert(1)',
  ])('the address %s leads to no file', (address) => {
    expect(filePathOf('/srv/page', address)).toBeUndefined()
  })
})

describe('a machine that is asked to sign what is not its own', () => {
  const secrets = { read: () => Promise.resolve(new Uint8Array(32).fill(4)), write: () => Promise.resolve() }
  const here = { station: content.station, device: content.device }

  it.each([
    ['another station’s certificate', { ...content, station: '150404100000' }],
    ['another desk’s certificate', { ...content, device: 'DFFFF' }],
  ])('refuses %s', async (_what, asked) => {
    expect(refusal(await signProof(secrets, ed25519, asked, here))).toBe('not-ours')
    expect((await signProof(secrets, ed25519, content, here)).ok).toBe(true)
  })
})
