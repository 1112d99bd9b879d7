import { must } from '../../../shared/base/must.ts'
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
  readonly label: EdgeLabel
}

/** What an edge says, shortened to fit, and the middle and size of the ground under it. */
export interface EdgeLabel extends LabelBox {
  readonly text: string
}

interface LabelBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
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
  const edges = placeEdges(graph.edges, byId)
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

const labelHeight = 16
const characterWidth = 11
const longestLabel = 6

/** Arches first: a label of theirs has one place, one of a straight line may move along it. */
function placeEdges(edges: readonly RelationEdge[], byId: ReadonlyMap<string, PlacedNode>): PlacedEdge[] {
  const ends = edges.flatMap((edge) => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)]
    return from && to ? [{ edge, from, to }] : []
  })
  const arches = ends.filter(({ from, to }) => from.y === to.y)
  const placed = arches.map(({ edge, from, to }) => placeArch(edge, from, to))
  for (const { edge, from, to } of ends)
    if (from.y !== to.y)
      placed.push(
        placeLine(
          edge,
          from,
          to,
          placed.map(({ label }) => label),
        ),
      )
  return placed
}

/** Where along its line a label may stand, the best place first. */
const placesAlong = [0.5, 0.36, 0.64, 0.25, 0.75, 0.15, 0.85]

/** A straight line between generations, with its label where it covers least of the others. */
function placeLine(
  edge: RelationEdge,
  from: PlacedNode,
  to: PlacedNode,
  taken: readonly LabelBox[],
): PlacedEdge {
  const [upper, lower] = from.y < to.y ? [from, to] : [to, from]
  const top = upper.y + nodeSize.height / 2
  const bottom = lower.y - nodeSize.height / 2
  const labels = placesAlong.map((along) =>
    labelAt(edge, upper.x + (lower.x - upper.x) * along, top + (bottom - top) * along),
  )
  const covered = labels.map((label) => taken.reduce((sum, other) => sum + overlapOf(label, other), 0))
  const label = must(labels[covered.indexOf(Math.min(...covered))], 'one of the places')
  return { edge, path: `M ${upper.x} ${top} L ${lower.x} ${bottom}`, label }
}

/** Inside a generation an arch below the names. */
function placeArch(edge: RelationEdge, from: PlacedNode, to: PlacedNode): PlacedEdge {
  const y = from.y + nodeSize.height / 2
  const depth = Math.min(24 + Math.abs(from.x - to.x) / 12, 44)
  const middle = (from.x + to.x) / 2
  return {
    edge,
    path: `M ${from.x} ${y} Q ${middle} ${y + 2 * depth} ${to.x} ${y}`,
    label: labelAt(edge, middle, y + depth),
  }
}

function labelAt({ relation }: RelationEdge, x: number, y: number): EdgeLabel {
  const text = shorten(relation, longestLabel)
  return { text, x, y, width: Array.from(text).length * characterWidth + 6, height: labelHeight }
}

/** Area that two labels share, 0 when they are apart. */
export function overlapOf(one: LabelBox, other: LabelBox): number {
  const across = (one.width + other.width) / 2 - Math.abs(one.x - other.x)
  const down = (one.height + other.height) / 2 - Math.abs(one.y - other.y)
  return Math.max(0, across) * Math.max(0, down)
}

/** The text with no more characters than fit, the last one an ellipsis when it is longer. */
export function shorten(text: string, longest: number): string {
  const characters = Array.from(text)
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`
}
