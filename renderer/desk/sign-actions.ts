import { accepted, refused } from '../../shared/base/outcome.ts'
import type { SignActions } from '../local/record-action.ts'
import { station as machine, StationRefused } from '../station.ts'

/** The machine signs in the name of whoever is signed in there; the key never comes here. */
export const signActions: SignActions = async (actions) => {
  try {
    const { signatures } = await machine.call('actions.sign', { actions: [...actions] })
    return accepted(signatures)
  } catch (fault) {
    if (fault instanceof StationRefused) return refused({ code: fault.code, message: fault.message })
    throw fault
  }
}
