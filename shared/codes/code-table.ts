/** One value of a code table. Initials are those of the name's pinyin, lower case. */
export interface CodeEntry {
  readonly code: string
  readonly name: string
  readonly initials: string
}

/** Another way in which an entry is called and may be looked for. */
export type Alias = Pick<CodeEntry, 'name' | 'initials'>

/** A standard's list of codes. */
export interface CodeTable<Entry extends CodeEntry = CodeEntry> {
  /** Number of the standard, for the small print. */
  readonly standard: string
  readonly entries: readonly Entry[]
  /** The words for a code, as printed; undefined for a code that is not in the list. */
  readonly name: (code: string) => string | undefined
  /** Throws RangeError for a code that is not in the list. */
  readonly get: (code: string) => Entry
  /**
   * The entries that a clerk may mean by a number, by pinyin initials or by words; the likeliest first, in the order of
   * the standard among equals. Of several words parted by spaces each must fit. Nothing typed finds everything.
   */
  readonly find: (typed: string) => readonly Entry[]
}

interface TableDefinition<Entry extends CodeEntry> {
  readonly standard: string
  readonly entries: readonly Entry[]
  readonly aliasesOf?: (entry: Entry) => readonly Alias[]
}

export function makeCodeTable<Entry extends CodeEntry>(definition: TableDefinition<Entry>): CodeTable<Entry> {
  const { standard, entries, aliasesOf = () => [] } = definition
  const byCode = new Map(entries.map((entry) => [entry.code, entry]))
  return {
    standard,
    entries,
    name: (code) => byCode.get(code)?.name,
    get: (code) => {
      const entry = byCode.get(code)
      if (entry === undefined) throw new RangeError(`${standard} has no code ${code}`)
      return entry
    },
    find: (typed) => findEntries(entries, aliasesOf, wordsOf(typed)),
  }
}

/** The cells of a generated table, row by row: rows end with ';' or the line, cells with '|'. */
export function readRows(text: string): readonly (readonly string[])[] {
  const rows = text.trim().split(/[\n;]/)
  return rows.map((row) => row.split('|'))
}

/** The entries of a table that has nothing but code, name and initials. */
export function readEntries(text: string): readonly CodeEntry[] {
  return readRows(text).map(([code = '', name = '', initials = '']) => ({ code, name, initials }))
}

function wordsOf(typed: string): readonly string[] {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
}

function findEntries<Entry extends CodeEntry>(
  entries: readonly Entry[],
  aliasesOf: (entry: Entry) => readonly Alias[],
  words: readonly string[],
): readonly Entry[] {
  return entries
    .map((entry) => ({ entry, distances: words.map((word) => distanceOf(entry, aliasesOf(entry), word)) }))
    .filter(({ distances }) => distances.every((distance) => distance < OUT_OF_REACH))
    .map(({ entry, distances }) => ({
      entry,
      distance: distances.reduce((sum, distance) => sum + distance, 0),
    }))
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ entry }) => entry)
}

const OUT_OF_REACH = 9

/** 0 is the very code, then the very words or initials, then their beginning, then anywhere inside. */
function distanceOf(entry: CodeEntry, aliases: readonly Alias[], word: string): number {
  if (entry.code === word) return 0
  const callings = [entry, ...aliases]
  if (callings.some(({ name, initials }) => name === word || initials === word)) return 1
  if (entry.code.startsWith(word)) return 2
  if (callings.some(({ name, initials }) => name.startsWith(word) || initials.startsWith(word))) return 3
  if (callings.some(({ name }) => name.includes(word))) return 4
  if (callings.some(({ initials }) => initials.includes(word))) return 5
  return OUT_OF_REACH
}
