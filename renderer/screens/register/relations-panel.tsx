import { Card } from 'antd'
import { useMemo } from 'react'
import type { ResidentRecord } from '../../../shared/people/resident.ts'
import type { RegisterExtract } from '../../../shared/statistics/register-extract.ts'
import {
  relationsOf,
  type RelationEdge,
  type RelationNode,
  type RelationsGraph,
} from '../../../shared/statistics/relations-graph.ts'
import { goTo } from '../../session/session.ts'
import { words } from '../../words/index.ts'
import { RelationsPicture } from './relations-picture.tsx'

interface RelationsPanelProps {
  readonly person: ResidentRecord
  readonly extract: RegisterExtract
}

/** A person's kin as a picture and, saying the same, as a list. */
export function RelationsPanel({ person, extract }: RelationsPanelProps) {
  const graph = useMemo(() => relationsOf(person, extract), [person, extract])
  const open = ({ personKey }: RelationNode) => {
    if (personKey && personKey !== person.key)
      goTo({ screen: 'person', personId: personKey.slice('person:'.length) })
  }
  return (
    <Card size="small" className="block" title={words.register.relations}>
      {graph.edges.length === 0 ? (
        <span className="quiet">{words.register.noRelations}</span>
      ) : (
        <>
          <RelationsPicture graph={graph} name={person.name} open={open} />
          <ul className="plain-statements" aria-label={words.register.relations}>
            {graph.edges.map((edge) => (
              <li key={`${edge.from} ${edge.to}`}>
                <Sentence edge={edge} graph={graph} open={open} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

interface SentenceProps {
  readonly edge: RelationEdge
  readonly graph: RelationsGraph
  readonly open: (node: RelationNode) => void
}

function Sentence({ edge, graph, open }: SentenceProps) {
  const from = graph.nodes.find(({ id }) => id === edge.from)
  const to = graph.nodes.find(({ id }) => id === edge.to)
  if (!from || !to) return null
  const other = from.id === graph.centre ? to : from
  const sentence =
    edge.source === 'kin'
      ? words.register.is(from.name, to.name, edge.relation)
      : words.register.isInHousehold(from.name, to.name, edge.relation)
  return other.personKey ? (
    <button type="button" className="to-field" onClick={() => open(other)}>
      {sentence}
    </button>
  ) : (
    <span>
      {sentence}
      <span className="quiet">（{words.register.outside}）</span>
    </span>
  )
}
