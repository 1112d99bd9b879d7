import type { FastifyRequest } from 'fastify'
import { userTokenHeader } from '../../shared/sync/user-token.ts'
import type { City } from '../city.ts'
import { checkUserToken, mustBringPerson, tokenMissing } from '../tokens/user-token.ts'

/**
 * Somebody has to sit at a machine that asks about people: its certificate and the station's token lie on its disk, a
 * person's key behind the person's own lock. A machine whose people have no keys yet (a version before them) is let in without; without TLS
 * nobody knows which machine it is, and only a token that is there is checked.
 */
export async function askPresence(request: FastifyRequest, city: City): Promise<void> {
  const { station, machine, headers } = request
  const token = headers[userTokenHeader]
  if (typeof token === 'string') return checkUserToken(city, token, { station, device: machine?.device })
  if (machine && (await mustBringPerson(city, machine))) throw tokenMissing()
}
