import type { FastifyRequest } from 'fastify'
import {
  certifiedSchema,
  challengeSchema,
  enrolmentSchema,
  renewalSchema,
} from '../../shared/sync/enrolment.ts'
import { faultSchema } from '../../shared/sync/messages.ts'
import type { City } from '../city.ts'
import { checkDepth } from '../http/depth-limit.ts'
import type { App } from '../http/fastify-app.ts'
import { checkOwnStation } from '../http/station-token.ts'
import { enrolMachine, renewCertificate } from '../machines/enrol.ts'
import { makeChallenge } from '../tokens/challenge.ts'

/** Who guesses at codes is slowed down long before the general limit, and by the address: a token is easily made up. */
const mostTries = {
  rateLimit: { max: 30, timeWindow: '1 minute', keyGenerator: ({ ip }: FastifyRequest) => ip },
}

/** How a machine comes to its certificate: a challenge, the enrolment with a code, and the renewal. */
export function addEnrolmentRoutes(app: App, city: City): void {
  app.get(
    '/v1/challenges',
    {
      config: { permission: 'public' },
      schema: {
        summary: 'Something fresh to sign with a key that is to be certified',
        response: { 200: challengeSchema, 503: faultSchema },
      },
    },
    () => makeChallenge(city),
  )
  app.post(
    '/v1/enrolments',
    {
      config: { permission: 'public', ...mostTries },
      schema: {
        summary: 'Certify a machine that shows an unused enrolment code',
        body: enrolmentSchema,
        response: { 200: certifiedSchema, 403: faultSchema, 503: faultSchema },
      },
      preValidation: checkDepth,
    },
    (request) => enrolMachine(city, request.body),
  )
  app.post(
    '/v1/certificate-renewals',
    {
      config: { permission: 'station' },
      schema: {
        summary: 'A new certificate for a machine that still has a good one',
        body: renewalSchema,
        response: { 200: certifiedSchema },
      },
      preValidation: checkDepth,
    },
    (request) => {
      checkOwnStation(request, request.body.station, request.body.device)
      return renewCertificate(city, request.body, request.machine?.fingerprint)
    },
  )
}
