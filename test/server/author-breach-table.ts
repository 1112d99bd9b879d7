import { randomUUID } from 'node:crypto'
import { must } from '../../shared/base/must.ts'
import type { Action } from '../../shared/cases/action.ts'
import type { ActionSignature } from '../../shared/proof/author-key.ts'
import { freshSteps, leaverOf, post, type Attempt, type Breach, type Scene } from './breach.ts'
import { bearer, messageOf } from './city-under-test.ts'

function firstSigned({ signing }: Scene): Action {
  return must(freshSteps(signing, 0)[0], 'the walk has a step')
}

/** The first step at the machine whose people are known, with the signatures that somebody puts beside it. */
function signedStep(sign: (action: Action, scene: Scene) => readonly ActionSignature[]) {
  return (scene: Scene): Attempt => {
    const action = firstSigned(scene)
    const { signing } = scene
    return post(signing, { ...messageOf(signing, [action]), signatures: sign(action, scene) })
  }
}

/** Attempts to have somebody else's hand under a step. */
export const authorBreaches: readonly Breach[] = [
  {
    attack: 'a step in the name of a colleague, signed by whoever sits at the desk',
    try: signedStep((action, { authors, signing }) => [authors.signatureOf(action, signing.chief)]),
    status: 200,
    code: 'author-other',
  },
  {
    attack: 'a step without any signature, of somebody whose key is on file',
    try: signedStep(() => []),
    status: 200,
    code: 'author-unsigned',
  },
  {
    attack: 'a step under an invented name at a machine whose people sign',
    try: (scene) => {
      const step = firstSigned(scene)
      const by = { ...step.by, userId: 'nobody', policeNumber: '' }
      return post(scene.signing, messageOf(scene.signing, [{ ...step, by }]))
    },
    status: 200,
    code: 'author-unsigned',
  },
  {
    attack: 'a step signed with a key that nobody has put on file',
    try: signedStep((action, { unknown }) => [unknown.signatureOf(action)]),
    status: 200,
    code: 'author-key-unknown',
  },
  {
    attack: 'a step changed after its author signed it',
    try: signedStep((action, { authors }) => [
      { ...authors.signatureOf({ ...action, facts: { ...action.facts, number: 'X' } }), id: action.id },
    ]),
    status: 200,
    code: 'author-wrong',
  },
  {
    attack: 'the signature of another step, said again under this one',
    try: signedStep((action, { authors }) => {
      const other = { ...action, id: randomUUID(), caseId: randomUUID() }
      return [{ ...authors.signatureOf(other), id: action.id }]
    }),
    status: 200,
    code: 'author-wrong',
  },
  {
    attack: 'a step signed by a leaver after the city cut that person off',
    try: (scene) => {
      const { signing, authors } = scene
      const action = { ...firstSigned(scene), by: leaverOf(signing) }
      return post(signing, { ...messageOf(signing, [action]), signatures: [authors.signatureOf(action)] })
    },
    status: 200,
    code: 'author-key-ended',
  },
  {
    attack: 'keys of people in the name of another station’s machine',
    try: ({ signing, theirs, authors }) => ({
      method: 'POST',
      url: '/v1/user-keys',
      headers: bearer(signing),
      payload: { ...authors.report(), station: theirs.code },
    }),
    status: 403,
    code: 'other-station',
  },
  {
    attack: 'keys of people from a machine that the city does not know',
    try: ({ signing, unknown }) => ({
      method: 'POST',
      url: '/v1/user-keys',
      headers: bearer(signing),
      payload: unknown.report(),
    }),
    status: 409,
    code: 'machine-unknown',
  },
]
