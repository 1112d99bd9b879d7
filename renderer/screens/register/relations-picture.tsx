import type { KeyboardEvent } from 'react'
import type { RelationNode, RelationsGraph } from '../../../shared/statistics/relations-graph.ts'
import { words } from '../../words/index.ts'
import { layOut, nodeSize, type PlacedEdge, type PlacedNode } from './relations-layout.ts'

interface RelationsPictureProps {
  readonly graph: RelationsGraph
  readonly name: string
  readonly open: (node: RelationNode) => void
}

/** Kin as a drawing: generations in rows, every person a button that opens their page. */
export function RelationsPicture({ graph, name, open }: RelationsPictureProps) {
  const { width, height, nodes, edges } = layOut(graph)
  return (
    <div className="relations-picture">
      <svg
        role="group"
        aria-label={words.register.relationsPicture(name)}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
      >
        {edges.map((placed) => (
          <path key={`${placed.edge.from} ${placed.edge.to}`} d={placed.path} className="kin-line" />
        ))}
        {edges.map((placed) => (
          <EdgeLabel key={`${placed.edge.from} ${placed.edge.to}`} placed={placed} />
        ))}
        {nodes.map((placed) => (
          <Node
            key={placed.node.id}
            placed={placed}
            isCentre={placed.node.id === graph.centre}
            open={() => open(placed.node)}
          />
        ))}
      </svg>
    </div>
  )
}

const longestLabel = 6
const characterWidth = 11

function EdgeLabel({ placed: { edge, label } }: { readonly placed: PlacedEdge }) {
  const text = shorten(edge.relation, longestLabel)
  const width = Array.from(text).length * characterWidth + 6
  return (
    <g aria-hidden="true">
      <rect x={label.x - width / 2} y={label.y - 8} width={width} height={16} className="kin-label-ground" />
      <text x={label.x} y={label.y} className="kin-label">
        {text}
        <title>{edge.relation}</title>
      </text>
    </g>
  )
}

interface NodeProps {
  readonly placed: PlacedNode
  readonly isCentre: boolean
  readonly open: () => void
}

const longestName = 6

function Node({ placed: { node, x, y }, isCentre, open }: NodeProps) {
  const opens = node.personKey !== undefined && !isCentre
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    open()
  }
  const button = opens ? { role: 'button', tabIndex: 0, onClick: open, onKeyDown: press } : {}
  return (
    <g {...button} aria-label={node.name} className={kindOf(node, isCentre)}>
      <title>{node.name}</title>
      <rect
        x={x - nodeSize.width / 2}
        y={y - nodeSize.height / 2}
        width={nodeSize.width}
        height={nodeSize.height}
        rx={3}
      />
      <text x={x} y={y}>
        {shorten(node.name, longestName)}
      </text>
    </g>
  )
}

function kindOf(node: RelationNode, isCentre: boolean): string {
  if (isCentre) return 'kin centre'
  return node.personKey === undefined ? 'kin outside' : 'kin'
}

function shorten(text: string, longest: number): string {
  const characters = Array.from(text)
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`
}
