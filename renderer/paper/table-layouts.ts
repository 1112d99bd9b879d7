import type { CustomTableLayout } from 'pdfmake/interfaces'
import type { TableRuling } from '../../shared/documents/definition.ts'

const HAIR = 0.5
const RULE_COLOR = '#8a8f8c'

const padding = {
  paddingLeft: () => 5,
  paddingRight: () => 5,
  paddingTop: () => 2.5,
  paddingBottom: () => 2.5,
}

/** How a table of each ruling is drawn. A definition names its ruling, because only data can be sent to a worker. */
export const tableLayouts: Record<TableRuling, CustomTableLayout> = {
  ruled: {
    ...padding,
    hLineWidth: () => HAIR,
    vLineWidth: () => HAIR,
    hLineColor: () => RULE_COLOR,
    vLineColor: () => RULE_COLOR,
  },
  /** A line under each second of three columns: label, what is written, gap. */
  underlined: {
    ...padding,
    paddingLeft: () => 0,
    paddingRight: () => 2,
    hLineWidth: (row) => (row === 0 ? 0 : HAIR),
    vLineWidth: () => 0,
    hLineColor: (_row, _node, column) => (column % 3 === 1 ? '#444444' : '#ffffff'),
  },
  unruled: { ...padding, hLineWidth: () => 0, vLineWidth: () => 0 },
}
