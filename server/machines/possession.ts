import { possessionMessage } from '../../shared/proof/possession.ts'
import { algorithmOfKey } from '../../shared/proof/signature-port.ts'
import type { Possession } from '../../shared/sync/enrolment.ts'
import type { City } from '../city.ts'
import { CityFault } from '../faults/city-fault.ts'
import { isFreshChallenge } from '../tokens/challenge.ts'

interface Claim {
  readonly station: string
  readonly device: string
  readonly publicKey: string
}

/** 403 unless the machine has just signed a challenge of this city's with the key that it wants certified. */
export async function provePossession(
  city: City,
  claim: Claim,
  possession: Possession | undefined,
): Promise<void> {
  if (!possession) throw notProved()
  const { challenge, signature } = possession
  if (!(await isFreshChallenge(city, challenge))) throw notProved()
  const message = possessionMessage({ ...claim, challenge })
  if (!algorithmOfKey(claim.publicKey)?.verify(claim.publicKey, message, signature)) throw notProved()
}

function notProved(): CityFault {
  return new CityFault(403, {
    code: 'possession-not-proved',
    field: 'possession',
    message: '本机没有证明签发钥匙在自己手里，市局没有认证。请重新打开程序再试；仍不行请联系市局户政。',
  })
}
