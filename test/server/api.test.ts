import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { buildApp } from '../../server/app.ts'
import { readArguments } from '../../server/arguments.ts'
import { caseTypes } from '../../shared/cases/registry.ts'
import { caseTypeListSchema, caseTypeSchema } from '../../shared/sync/case-type-messages.ts'
import { healthSchema } from '../../shared/sync/messages.ts'
import { packedType } from '../../shared/sync/packed-messages.ts'
import { asksForPerson, userTokenHeader } from '../../shared/sync/user-token.ts'
import { instantOfTests, reissueActions } from '../builders/reissues.ts'
import {
  addStation,
  bearer,
  fetchAfter,
  openEmbeddedForTest,
  send,
  type CityUnderTest,
} from './city-under-test.ts'

let base: CityUnderTest
beforeAll(async () => {
  base = await openEmbeddedForTest()
})
afterAll(() => base.close())

const contentSchema = z.looseObject({ content: z.record(z.string(), z.unknown()).optional() })
const routeSchema = z.looseObject({
  summary: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  requestBody: contentSchema.optional(),
  responses: z.record(z.string(), contentSchema),
})
const descriptionSchema = z.object({
  openapi: z.string(),
  components: z.object({ securitySchemes: z.record(z.string(), z.looseObject({ type: z.string() })) }),
  paths: z.record(z.string(), z.record(z.string(), routeSchema)),
})

/** Every route as it is described, with an address to ask it at. */
async function describedRoutes() {
  const { paths, components } = descriptionSchema.parse((await base.app.inject('/v1/openapi.json')).json())
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, route]) => ({
      route,
      path,
      name: `${method} ${path}`,
      method: method.toUpperCase() as 'GET' | 'POST' | 'PATCH',
      url: path.replace('{digest}', '0'.repeat(64)).replace('{id}', 'cancellation'),
      shows: Object.keys(route.security?.[0] ?? {}),
    })),
  )
  expect(routes.length).toBeGreaterThan(15)
  return { routes, schemes: components.securitySchemes }
}

describe('the description of the wire', () => {
  it('lists every route with its answers', async () => {
    const answer = await base.app.inject('/v1/openapi.json')
    const { paths } = descriptionSchema.parse(answer.json())
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    )
    expect(described.sort()).toEqual([
      'get /v1/actions',
      'get /v1/attachments/{digest}',
      'get /v1/attachments/{digest}/receipt',
      'get /v1/case-types',
      'get /v1/case-types/{id}',
      'get /v1/challenges',
      'get /v1/health',
      'get /v1/openapi.json',
      'patch /v1/attachment-uploads/{digest}',
      'post /v1/actions',
      'post /v1/actions/verdicts',
      'post /v1/attachment-uploads',
      'post /v1/certificate-renewals',
      'post /v1/enrolments',
      'post /v1/leases',
      'post /v1/machine-reports',
      'post /v1/user-keys',
      'post /v1/user-tokens',
    ])
    expect(Object.keys(paths['/v1/actions']?.['post']?.responses ?? {})).toEqual(
      expect.arrayContaining(['200', '202', '400', '401']),
    )
    expect(answer.body).toContain('"refusals"')
  })

  it('says what each route wants to be shown: a station whatever is not for everybody, a person wherever people are spoken of', async () => {
    const { routes, schemes } = await describedRoutes()
    for (const { name, method, url, path, shows } of routes) {
      const { statusCode } = await base.app.inject({ method, url })
      const isForStations = statusCode === 401
      const expected = isForStations ? ['stationToken', 'machineCertificate'] : []
      if (asksForPerson(path)) expected.push('userToken')
      expect({ name, shows }).toEqual({ name, shows: expected })
    }
    expect(schemes).toMatchObject({
      stationToken: { type: 'http', scheme: 'bearer' },
      machineCertificate: { type: 'mutualTLS' },
      userToken: { type: 'apiKey', in: 'header', name: userTokenHeader },
    })
  })

  it('says how each route can turn somebody away', async () => {
    const { routes } = await describedRoutes()
    for (const { name, method, shows, route } of routes) {
      const expected = [
        '429',
        '500',
        ...(shows.length > 0 ? ['401', '403', '503'] : []),
        ...(method === 'GET' ? [] : ['400', '413', '415']),
      ]
      const told = Object.keys(route.responses)
      expect({ name, untold: expected.filter((status) => !told.includes(status)) }).toEqual({
        name,
        untold: [],
      })
    }
  })

  it('says where a packed body is read and given, and nowhere else is it', async () => {
    const station = await addStation(base.city, 1)
    const { routes } = await describedRoutes()
    const packs = (described: z.output<typeof contentSchema> | undefined) =>
      described?.content !== undefined && packedType in described.content
    for (const { name, method, url, route } of routes) {
      if (method === 'GET') continue
      const headers = { ...bearer(station), 'content-type': packedType }
      const answer = await base.app.inject({ method, url, headers, payload: Buffer.from([0x02]) })
      expect({ name, isRead: packs(route.requestBody) }).toEqual({ name, isRead: answer.statusCode !== 415 })
    }
    const given = routes.filter(({ route }) => packs(route.responses['200'])).map(({ name }) => name)
    expect(given).toEqual(['post /v1/actions', 'get /v1/actions', 'post /v1/actions/verdicts'])
  })

  it('tells every kind of case with its steps, and the facts of each as a JSON Schema', async () => {
    const list = caseTypeListSchema.parse((await base.app.inject('/v1/case-types')).json())
    expect(list.caseTypes.map(({ id }) => id)).toEqual(caseTypes.map(({ id }) => id))
    for (const { id, steps } of caseTypes) {
      const told = caseTypeSchema.parse((await base.app.inject(`/v1/case-types/${id}`)).json())
      expect(Object.keys(told.steps)).toEqual(Object.keys(steps))
      for (const step of Object.values(told.steps)) expect(step.facts).toHaveProperty('type', 'object')
    }
  })

  it('says in words that a kind of case is not there', async () => {
    const answer = await base.app.inject('/v1/case-types/no-such-case')
    expect(answer.statusCode).toBe(404)
    expect(answer.json()).toMatchObject({
      code: 'no-such-case-type',
      message: expect.stringMatching(/[一-龥]/),
    })
  })

  it('can be read as a page', async () => {
    const page = await base.app.inject('/documentation/')
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-type']).toContain('text/html')
  })
})

describe('health', () => {
  it('tells the store, the clock and whether the data is a sample', async () => {
    const health = healthSchema.parse((await base.app.inject('/v1/health')).json())
    expect(health).toEqual({
      status: 'ready',
      protocol: 1,
      protocols: { oldest: 1, newest: 3 },
      store: 'embedded',
      now: instantOfTests,
      sample: true,
    })
  })
})

describe('the log', () => {
  it('holds one line a request, without names, numbers, tokens or addresses', async () => {
    const lines: string[] = []
    const stream = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        lines.push(chunk.toString())
        done()
      },
    })
    const app = await buildApp({ city: base.city, sample: true, logger: { level: 'info', stream } })
    const station = await addStation(base.city, 1)
    await send(app, station, reissueActions({ station, n: 0 }))
    await fetchAfter(app, station, 0)
    await app.inject({
      method: 'GET',
      url: '/v1/actions?station=150499199003050002',
      headers: { authorization: 'Bearer secret' },
    })
    await app.close()
    const text = lines.join('')
    expect(lines.filter((line) => line.includes('"answered"'))).toHaveLength(3)
    expect(text).toContain(`"route":"/v1/actions"`)
    expect(text).toContain(`"station":"${station.code}"`)
    expect(text).toContain('"actions":5')
    for (const secret of ['样例', '150499', station.token, 'secret', '沈阳'])
      expect(text).not.toContain(secret)
  })
})

describe('the arguments', () => {
  it('have defaults that keep the city on this machine', () => {
    expect(readArguments([], {})).toEqual({
      port: 7150,
      host: '127.0.0.1',
      data: 'data/city',
      packages: [],
      sample: false,
      transport: { kind: 'own', names: ['127.0.0.1', 'localhost'] },
    })
  })

  it('are read by name, and anything unknown stops the start', () => {
    const given = readArguments(
      ['--port', '0', '--data', 'd', '--package', 'a', '--package', 'b', '--sample'],
      { DATABASE_URL: 'postgres://x' },
    )
    expect(given).toMatchObject({
      port: 0,
      data: 'd',
      packages: ['a', 'b'],
      sample: true,
      databaseUrl: 'postgres://x',
    })
    expect(() => readArguments(['--prot', '1'], {})).toThrow('--prot')
    expect(() => readArguments(['--port', 'many'], {})).toThrow()
  })

  it('speak TLS unless plain is asked for in so many words; half a pair of files stops the start', () => {
    const files = { TLS_CERTIFICATE: 'a.pem', TLS_KEY: 'a.key' }
    expect(readArguments([], files).transport).toEqual({ kind: 'given', certificate: 'a.pem', key: 'a.key' })
    expect(readArguments(['--plain'], {}).transport).toEqual({ kind: 'plain' })
    expect(() => readArguments(['--tls-key', 'a.key'], {})).toThrow('come together')
  })
})
