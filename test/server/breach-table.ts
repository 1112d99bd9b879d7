import { must } from '../../shared/base/must.ts'
import type { Action } from '../../shared/cases/action.ts'
import { get, post, type Attempt, type Breach, type Scene } from './breach.ts'
import { bearer, messageOf } from './city-under-test.ts'

const sql = "'; drop table actions; --"

/** The first step, changed; the verdict must refuse it. */
function changedStep(change: (action: Action, scene: Scene) => Partial<Action>, at = 0) {
  return (scene: Scene): Attempt => {
    const step = must(scene.steps[at], 'the walk has the step')
    return post(scene.mine, messageOf(scene.mine, [{ ...step, ...change(step, scene) }]))
  }
}

const fetchOwn = ({ mine }: Scene) => `/v1/actions?station=${mine.code}&after=0&limit=10`

export const breaches: readonly Breach[] = [
  {
    attack: 'another station’s token on a message in our name',
    try: ({ mine, theirs, steps }) => post(theirs, messageOf(mine, steps)),
    status: 403,
    code: 'other-station',
  },
  {
    attack: 'our token on a message in another station’s name',
    try: ({ mine, theirs, steps }) => post(mine, messageOf(theirs, steps)),
    status: 403,
    code: 'other-station',
  },
  {
    attack: 'reading another station’s log',
    try: ({ mine, theirs }) => get(`/v1/actions?station=${theirs.code}&after=0&limit=10`, bearer(mine)),
    status: 403,
    code: 'other-station',
  },
  {
    attack: 'another station’s case inside our message',
    try: changedStep((_action, { theirs }) => ({ station: theirs.code })),
    status: 200,
    code: 'other-station',
  },
  { attack: 'no token', try: (scene) => get(fetchOwn(scene)), status: 401, code: 'station-not-known' },
  {
    attack: 'a token with one letter changed',
    try: (scene) => get(fetchOwn(scene), { authorization: `Bearer ${scene.mine.token.slice(0, -1)}~` }),
    status: 401,
    code: 'station-not-known',
  },
  {
    attack: 'the digest of the token instead of the token',
    try: (scene) => get(fetchOwn(scene), { authorization: `Bearer ${'a'.repeat(64)}` }),
    status: 401,
    code: 'station-not-known',
  },
  {
    attack: 'a signed token that nobody issued (alg none)',
    try: (scene) =>
      get(fetchOwn(scene), {
        authorization: `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`,
      }),
    status: 401,
    code: 'station-not-known',
  },
  {
    attack: 'SQL in the token',
    try: (scene) => get(fetchOwn(scene), { authorization: `Bearer ${sql.replaceAll(' ', '')}` }),
    status: 401,
    code: 'station-not-known',
  },
  {
    attack: 'the token in the address instead of the header',
    try: (scene) => get(`${fetchOwn(scene)}&token=${scene.mine.token}`),
    status: 401,
    code: 'station-not-known',
  },
  {
    attack: 'two tokens in one header',
    try: (scene) =>
      get(fetchOwn(scene), { authorization: `Bearer ${scene.theirs.token}, Bearer ${scene.mine.token}` }),
    status: 401,
    code: 'station-not-known',
  },
  {
    attack: 'an auxiliary who approves',
    try: changedStep(
      (action) => ({
        by: { ...action.by, userId: 'aux', role: 'auxiliary' },
        base: { case: 0, records: {} },
      }),
      1,
    ),
    status: 200,
  },
  {
    attack: 'a station that speaks as the city',
    try: changedStep((action) => ({ by: { ...action.by, role: 'city' } })),
    status: 200,
    code: 'decider-not-known',
  },
  {
    attack: 'a station that speaks as the county',
    try: changedStep((action) => ({ by: { ...action.by, role: 'county' } })),
    status: 200,
    code: 'decider-not-known',
  },
  {
    attack: 'an inspector who takes a step',
    try: changedStep((action) => ({ by: { ...action.by, role: 'inspector' } })),
    status: 200,
    code: 'not-from-a-station',
  },
  {
    attack: 'a step that is dated an hour ahead',
    try: changedStep(({ at }) => ({ at: new Date(Date.parse(at) + 3_600_000).toISOString() })),
    status: 200,
    code: 'dated-ahead',
  },
  {
    attack: 'an approval before the acceptance',
    try: changedStep(() => ({}), 1),
    status: 200,
  },
  {
    attack: 'printing without acceptance and approval',
    try: changedStep(() => ({}), 2),
    status: 200,
  },
  {
    attack: 'a step that no case type has',
    try: changedStep(() => ({ step: 'issueAtOnce' })),
    status: 200,
  },
  {
    attack: 'a step named like something every object has',
    try: changedStep(() => ({ step: 'constructor' })),
    status: 200,
  },
  {
    attack: 'a case type named like something every object has',
    try: changedStep(() => ({ caseType: '__proto__' })),
    status: 200,
  },
  {
    attack: 'SQL in every text of an action',
    try: changedStep((action) => ({
      step: sql,
      device: sql.slice(0, 40),
      by: { ...action.by, userId: sql, name: sql, policeNumber: sql.slice(0, 20) },
      facts: { opinion: sql, nested: { [sql]: sql } },
    })),
    status: 200,
  },
  {
    attack: 'a null character in a text',
    try: changedStep((action) => ({ facts: { ...action.facts, lossStatement: 'a\u0000b' } })),
    status: 200,
    code: 'unstorable-character',
  },
  {
    attack: 'SQL as the station to read from',
    try: ({ mine }) => get(`/v1/actions?station=${encodeURIComponent(sql)}&after=0`, bearer(mine)),
    status: 400,
  },
  {
    attack: 'SQL as the order to read after',
    try: ({ mine }) => get(`/v1/actions?station=${mine.code}&after=${encodeURIComponent(sql)}`, bearer(mine)),
    status: 400,
  },
  {
    attack: 'asking for everything at once',
    try: ({ mine }) => get(`/v1/actions?station=${mine.code}&after=0&limit=1000000000`, bearer(mine)),
    status: 400,
  },
  {
    attack: 'a parameter given twice',
    try: ({ mine, theirs }) =>
      get(`/v1/actions?station=${mine.code}&station=${theirs.code}&after=0`, bearer(mine)),
    status: 400,
  },
  {
    attack: 'a key for the prototype in the message',
    try: ({ mine }) => post(mine, `{"__proto__":{"isAdmin":true},"protocol":1}`),
    status: 400,
  },
  {
    attack: 'a key for the prototype by way of the constructor',
    try: ({ mine }) => post(mine, `{"constructor":{"prototype":{"isAdmin":true}},"protocol":1}`),
    status: 400,
  },
  {
    attack: 'nesting without end',
    try: ({ mine }) => post(mine, `{"protocol":1,"x":${'['.repeat(5000)}${']'.repeat(5000)}}`),
    status: 400,
  },
  {
    attack: 'a message as large as a disk',
    try: ({ mine }) => post(mine, JSON.stringify({ filler: 'x'.repeat(9 * 1024 * 1024) })),
    status: 413,
  },
  {
    attack: 'a form instead of JSON',
    try: ({ mine }) => post(mine, 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }),
    status: 415,
  },
  {
    attack: 'XML with an outside entity',
    try: ({ mine }) =>
      post(mine, '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', {
        'content-type': 'application/xml',
      }),
    status: 415,
  },
  { attack: 'climbing out of the address', try: () => get('/v1/../../etc/passwd'), status: 404 },
  { attack: 'climbing out, encoded', try: () => get('/v1/%2e%2e/%2e%2e/etc/passwd'), status: 404 },
  { attack: 'a backslash in the address', try: () => get('/v1\\actions'), status: 401 },
  { attack: 'an administrator’s page that does not exist', try: () => get('/admin'), status: 404 },
  { attack: 'deleting the log', try: (scene) => ({ method: 'DELETE', url: fetchOwn(scene) }), status: 404 },
  {
    attack: 'overwriting the log',
    try: ({ mine }) => ({ method: 'PUT', url: '/v1/actions', headers: bearer(mine), payload: {} }),
    status: 404,
  },
  {
    attack: 'a method hidden in a header',
    try: (scene) => get(fetchOwn(scene), { 'x-http-method-override': 'DELETE' }),
    status: 401,
  },
  {
    attack: 'a report in the name of another station’s machine',
    try: ({ mine, theirs }) => ({
      method: 'POST',
      url: '/v1/machine-reports',
      headers: bearer(mine),
      payload: {
        station: theirs.code,
        device: 'D1',
        trail: { n: 1, head: 'a'.repeat(64) },
        publicKey: 'b'.repeat(64),
        listsDigest: '',
      },
    }),
    status: 403,
    code: 'other-station',
  },
  {
    attack: 'a report with a head that is no digest',
    try: ({ mine }) => ({
      method: 'POST',
      url: '/v1/machine-reports',
      headers: bearer(mine),
      payload: {
        station: mine.code,
        device: sql,
        trail: { n: -1, head: sql },
        publicKey: sql,
        listsDigest: '',
      },
    }),
    status: 400,
  },
]
