import type { Action } from '../../../shared/cases/action.ts'
import { makeRegister, makeStation, reissueActions, type MadeStation } from '../../builders/reissues.ts'

/** Five steps a reissue. */
const stepsEach = 5

/** A made-up station with the register and the work of so many actions; the same number makes the same. */
export function makeWork(seed: number, actions: number) {
  const station: MadeStation = makeStation(seed)
  const reissues = Math.ceil(actions / stepsEach)
  return {
    station,
    records: makeRegister(station, reissues),
    actions: Array.from({ length: reissues }, (_, n) => reissueActions({ station, n })).flat(),
  }
}

/** What a repetition is measured with. */
export interface Round {
  readonly seed: number
  readonly actions: number
  /** Where the side's own server answers. */
  readonly address: string
}

/** What a side's client does in the browser; each answers the milliseconds from its start to the last acknowledgement. */
export interface Side {
  /** Puts the work into the local store; not part of the sending. */
  readonly record: (round: Round, actions: readonly Action[]) => Promise<number>
  /** Sends everything that `record` put there. */
  readonly push: (round: Round) => Promise<number>
  /** Fetches everything into a second, empty store. */
  readonly pull: (round: Round) => Promise<number>
}
