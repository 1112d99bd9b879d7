import type {
  RelationEdge,
  RelationNode,
  RelationsGraph,
} from '../../../shared/statistics/relations-graph.ts'

/** Sizes in the picture's own units, which are pixels until the card is narrower than the picture. */
export const nodeSize = { width: 92, height: 30 } as const
const gap = { across: 28, down: 66 } as const
const margin = 14

export interface PlacedNode {
  readonly node: RelationNode
  /** Middle of the node. */
  readonly x: number
  readonly y: number
}

export interface PlacedEdge {
  readonly edge: RelationEdge
  /** SVG path from the one to the other. */
  readonly path: string
  readonly label: { readonly x: number; readonly y: number }
}

export interface RelationsLayout {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

/** One row for each generation, parents above, each row in the middle. */
export function layOut(graph: RelationsGraph): RelationsLayout {
  const generations = [...new Set(graph.nodes.map(({ generation }) => generation))].toSorted((a, b) => a - b)
  const rows = generations.map((wanted) => graph.nodes.filter(({ generation }) => generation === wanted))
  const most = Math.max(...rows.map(({ length }) => length))
  const width = 2 * margin + most * nodeSize.width + (most - 1) * gap.across
  const nodes = rows.flatMap((row, index) => placeRow(row, index, width))
  const byId = new Map(nodes.map((placed) => [placed.node.id, placed]))
  const edges = graph.edges.flatMap((edge) => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)]
    return from && to ? [placeEdge(edge, from, to)] : []
  })
  const height = 2 * margin + rows.length * nodeSize.height + (rows.length - 1) * gap.down
  return { width, height: height + archesBelow(nodes, rows.length), nodes, edges }
}

/** Room for the arches of relations inside the lowest row. */
function archesBelow(nodes: readonly PlacedNode[], rows: number): number {
  const lowest = margin + nodeSize.height / 2 + (rows - 1) * (nodeSize.height + gap.down)
  return nodes.filter(({ y }) => y === lowest).length > 1 ? 34 : 0
}

function placeRow(row: readonly RelationNode[], index: number, width: number): readonly PlacedNode[] {
  const rowWidth = row.length * nodeSize.width + (row.length - 1) * gap.across
  const left = (width - rowWidth) / 2 + nodeSize.width / 2
  return row.map((node, place) => ({
    node,
    x: left + place * (nodeSize.width + gap.across),
    y: margin + nodeSize.height / 2 + index * (nodeSize.height + gap.down),
  }))
}

/** A straight line between generations; inside one an arch below the names. */
function placeEdge(edge: RelationEdge, from: PlacedNode, to: PlacedNode): PlacedEdge {
  if (from.y === to.y) return placeArch(edge, from, to)
  const [upper, lower] = from.y < to.y ? [from, to] : [to, from]
  const top = upper.y + nodeSize.height / 2
  const bottom = lower.y - nodeSize.height / 2
  // Labels sit by the person in question, where lines of one row are farthest apart.
  const near = from === upper ? 0.36 : 0.64
  return {
    edge,
    path: `M ${upper.x} ${top} L ${lower.x} ${bottom}`,
    label: { x: upper.x + (lower.x - upper.x) * near, y: top + (bottom - top) * near },
  }
}

function placeArch(edge: RelationEdge, from: PlacedNode, to: PlacedNode): PlacedEdge {
  const y = from.y + nodeSize.height / 2
  const depth = Math.min(24 + Math.abs(from.x - to.x) / 12, 44)
  const middle = (from.x + to.x) / 2
  return {
    edge,
    path: `M ${from.x} ${y} Q ${middle} ${y + 2 * depth} ${to.x} ${y}`,
    label: { x: middle, y: y + depth },
  }
}
