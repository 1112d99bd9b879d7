import type { Stage } from './stage.ts'

/** What a sample case is about: its form, and whatever its steps need to know beside it. */
export interface Matter {
  readonly caseType: string
  /** The complete form; reads the register as it stands when the step is taken. */
  readonly form: (stage: Stage) => Readonly<Record<string, unknown>>
  /** The form when something the law asks for was not brought. */
  readonly incompleteForm: (stage: Stage) => Readonly<Record<string, unknown>>
  readonly receivedBy: string
  /** For a landing: ids of the records to be made. */
  readonly newPersonIds: readonly string[]
  /** Without a line nobody could say whether the holder has landed: the case carries the question to the city. */
  readonly asksCity: boolean
  /** What the city knows about that question, where it has answered. */
  readonly cityAnswer?: CityKnowledge
}

export interface CityKnowledge {
  readonly value: 'landed' | 'not-landed'
  readonly on?: string
  readonly office?: string
}
