import { uploadsPath } from '../../shared/sync/attachment-receipt.ts'
import type { MadeStation } from '../builders/reissues.ts'
import type { Attempt, Breach, Scene } from './breach.ts'
import { bearer, messageOf, newId } from './city-under-test.ts'
import { attachAction, attachmentOf, digestOf, makePicture } from '../builders/pictures.ts'
import { must } from '../../shared/base/must.ts'

const picture = makePicture(77)
const digest = digestOf(picture)
const tus = { 'tus-resumable': '1.0.0' }

const begin = (station: MadeStation, metadata: string, length = String(picture.length)): Attempt => ({
  method: 'POST',
  url: uploadsPath,
  headers: { ...bearer(station), ...tus, 'upload-length': length, 'upload-metadata': metadata },
})
const named = (text: string) => `digest ${Buffer.from(text).toString('base64')}`

const append = (station: MadeStation, last: string): Attempt => ({
  method: 'PATCH',
  url: `${uploadsPath}/${last}`,
  headers: {
    ...bearer(station),
    ...tus,
    'upload-offset': '0',
    'content-type': 'application/offset+octet-stream',
  },
  payload: picture,
})

/** An acceptance and behind it a step that names files in a bent way. */
function naming(change: Readonly<Record<string, unknown>>) {
  return ({ mine, steps }: Scene): Attempt => {
    const accept = must(steps[0], 'accept')
    const attach = attachAction(accept, newId(), [attachmentOf(picture)])
    return {
      method: 'POST',
      url: '/v1/actions',
      headers: bearer(mine),
      payload: messageOf(mine, [
        { ...attach, facts: { attachments: [{ ...attachmentOf(picture), ...change }] } },
      ]),
    }
  }
}

/** Attempts on scans and photos. */
export const attachmentBreaches: readonly Breach[] = [
  {
    attack: 'an upload without a token',
    try: ({ mine }) => ({ ...begin(mine, named(digest)), headers: { ...tus, 'upload-length': '9' } }),
    status: 401,
    code: 'station-not-known',
  },
  {
    attack: 'an upload that no filed action names',
    try: ({ mine }) => begin(mine, named(digest)),
    status: 404,
    code: 'attachment-not-named',
  },
  {
    attack: 'an upload without a digest',
    try: ({ mine }) => begin(mine, 'name eA=='),
    status: 404,
    code: 'attachment-not-named',
  },
  {
    attack: 'a path as the digest of an upload',
    try: ({ mine }) => begin(mine, named('../../../../etc/passwd')),
    status: 404,
    code: 'attachment-not-named',
  },
  {
    attack: 'an upload of two gigabytes',
    try: ({ mine }) => begin(mine, named(digest), '2147483648'),
    status: 413,
  },
  {
    attack: 'an upload of less than nothing',
    try: ({ mine }) => begin(mine, named(digest), '-1'),
    status: 400,
  },
  {
    attack: 'bytes for an upload that was not begun',
    try: ({ mine }) => append(mine, digest),
    status: 404,
  },
  {
    attack: 'a path in the address of an upload',
    try: ({ mine }) => append(mine, '..%2f..%2f..%2fcity.key'),
    status: 400,
    code: 'bad-request',
  },
  {
    attack: 'another station’s code in the address of an upload',
    try: ({ mine, theirs }) => append(mine, `${theirs.code}.${digest}`),
    status: 400,
    code: 'bad-request',
  },
  {
    attack: 'another way of writing the same digest',
    try: ({ mine }) => append(mine, digest.toUpperCase()),
    status: 400,
    code: 'bad-request',
  },
  {
    attack: 'fetching a digest that nobody named',
    try: ({ mine }) => ({ method: 'GET', url: `/v1/attachments/${digest}`, headers: bearer(mine) }),
    status: 404,
    code: 'attachment-not-named',
  },
  {
    attack: 'a path instead of a digest to fetch',
    try: ({ mine }) => ({
      method: 'GET',
      url: '/v1/attachments/..%2f..%2fjournal.log',
      headers: bearer(mine),
    }),
    status: 400,
    code: 'bad-request',
  },
  {
    attack: 'a range that is a statement',
    try: ({ mine }) => ({
      method: 'GET',
      url: `/v1/attachments/${digest}`,
      headers: { ...bearer(mine), range: "bytes=0-9'; drop table attachments; --" },
    }),
    status: 400,
    code: 'bad-request',
  },
  { attack: 'a picture named by no digest', try: naming({ digest: '../city.key' }), status: 200 },
  { attack: 'a program named as a scan', try: naming({ mediaType: 'text/html' }), status: 200 },
  { attack: 'a scan of eleven megabytes', try: naming({ bytes: 11 * 1024 * 1024 }), status: 200 },
  {
    attack: 'a script in a file’s name',
    try: naming({ name: '<script>alert(1)</script>.png' }),
    status: 200,
  },
  { attack: 'a name that turns its own end around', try: naming({ name: '\u202Egnp.exe' }), status: 200 },
  { attack: 'a path in a file’s name', try: naming({ name: '..\\..\\windows.png' }), status: 200 },
]
