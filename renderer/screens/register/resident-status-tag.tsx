import {
  residentStatusNames,
  type ResidentRecord,
  type ResidentStatus,
} from '../../../shared/people/resident.ts'
import type { StateWord } from '../../../shared/cases/states.ts'
import { StateTag } from '../../ui/state-tag.tsx'

const looks: Readonly<Record<ResidentStatus, Omit<StateWord, 'word'>>> = {
  registered: { shape: 'dot', tone: 'good' },
  'moved-out': { shape: 'arrow', tone: 'neutral' },
  deceased: { shape: 'square', tone: 'neutral' },
  cancelled: { shape: 'cross', tone: 'bad' },
}

/** Whether somebody is registered here, in the form of every other state. */
export function ResidentStatusTag({ person: { status } }: { readonly person: ResidentRecord }) {
  return <StateTag state={{ ...looks[status], word: residentStatusNames[status] }} />
}
