import type { ResidentRecord } from '../../shared/people/resident.ts'
import type { Register } from '../local/register.ts'

/** Rows found, at most as many as asked for, and how many there are in all. */
export interface Found<Row> {
  readonly rows: readonly Row[]
  readonly total: number
}

interface Line {
  readonly resident: ResidentRecord
  /** Everything that may be typed, once per resident, so that a search is a plain scan. */
  readonly text: string
}

/** The residents of the register, ready to be searched by any part of name, initials, number or address. */
export class ResidentIndex {
  #lines: Line[] = []
  #revision = -1

  constructor(private readonly register: Register) {}

  /** Every word typed must occur; exact rows and an exact total, or none for an empty query. */
  search(query: string, most: number): Found<ResidentRecord> {
    const wanted = query.toLowerCase().split(/\s+/).filter(Boolean)
    if (wanted.length === 0) return { rows: [], total: 0 }
    this.#refresh()
    const rows: ResidentRecord[] = []
    let total = 0
    for (const { resident, text } of this.#lines) {
      if (!wanted.every((word) => text.includes(word))) continue
      total += 1
      if (rows.length < most) rows.push(resident)
    }
    return { rows, total }
  }

  household(number: string): ResidentRecord[] {
    this.#refresh()
    return this.#lines
      .map(({ resident }) => resident)
      .filter((resident) => resident.householdNumber === number)
  }

  #refresh(): void {
    if (this.#revision === this.register.revision) return
    this.#lines = []
    for (const record of this.register.all()) {
      if (record.kind === 'person') this.#lines.push({ resident: record, text: textOf(record) })
    }
    this.#revision = this.register.revision
  }
}

function textOf(resident: ResidentRecord): string {
  const { name, formerName, pinyinInitials, citizenId, address, householdNumber } = resident
  return [name, formerName, pinyinInitials, citizenId, address.detail, householdNumber]
    .join('\n')
    .toLowerCase()
}
