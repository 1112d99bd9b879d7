import type { KeyboardEvent } from 'react'
import type { RelationNode, RelationsGraph } from '../../../shared/statistics/relations-graph.ts'
import { words } from '../../words/index.ts'
import { layOut, nodeSize, shorten, type PlacedEdge, type PlacedNode } from './relations-layout.ts'

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
          <Label key={`${placed.edge.from} ${placed.edge.to}`} placed={placed} />
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

function Label({ placed: { edge, label } }: { readonly placed: PlacedEdge }) {
  const { text, x, y, width, height } = label
  return (
    <g aria-hidden="true">
      <rect x={x - width / 2} y={y - height / 2} width={width} height={height} className="kin-label-ground" />
      <text x={x} y={y} className="kin-label">
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
