import { makeCodeTable, readRows, type CodeEntry } from './code-table.ts'
import { urbanRuralClassRows } from './tables/urban-rural-class.ts'

export interface UrbanRuralClass extends CodeEntry {
  /** Counted among 城镇居民, otherwise among 农村牧区居民. */
  readonly isUrban: boolean
  /** The standard leaves it open; the place itself has to say. */
  readonly isToBeConfirmed: boolean
}

/** Urban and rural classes of the statistics bureau (城乡分类代码), and which of the two figures a resident counts in. */
export const urbanRuralClasses = makeCodeTable<UrbanRuralClass>({
  standard: '城乡分类代码',
  entries: readRows(urbanRuralClassRows).map(
    ([code = '', name = '', initials = '', urban = '', unsure = '']) => ({
      code,
      name,
      initials,
      isUrban: urban === '1',
      isToBeConfirmed: unsure === '1',
    }),
  ),
})
