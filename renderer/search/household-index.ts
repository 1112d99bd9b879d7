import type { HouseholdRecord } from '../../shared/people/household.ts'
import type { ResidencePermitRecord } from '../../shared/register/residence-permit.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import type { Register } from '../local/register.ts'
import type { Found } from './resident-index.ts'

/** Records of one kind, found by every word typed; the text is worked out once per revision of the register. */
class KindIndex<Row extends RegisterRecord> {
  #lines: { readonly row: Row; readonly text: string }[] = []
  #revision = -1

  constructor(
    private readonly register: Register,
    private readonly is: (record: RegisterRecord) => record is Row,
    private readonly textOf: (row: Row) => string,
  ) {}

  search(query: string, most: number): Found<Row> {
    const wanted = query.toLowerCase().split(/\s+/).filter(Boolean)
    if (wanted.length === 0) return { rows: [], total: 0 }
    this.#refresh()
    const found = this.#lines.filter(({ text }) => wanted.every((word) => text.includes(word)))
    return { rows: found.slice(0, most).map(({ row }) => row), total: found.length }
  }

  #refresh(): void {
    if (this.#revision === this.register.revision) return
    this.#lines = [...this.register.all()]
      .filter(this.is)
      .map((row) => ({ row, text: this.textOf(row).toLowerCase() }))
    this.#revision = this.register.revision
  }
}

/** Households by number, address, committee, unit or the name of their head. */
export function householdIndex(register: Register) {
  return new KindIndex<HouseholdRecord>(
    register,
    (record) => record.kind === 'household',
    ({ number, address, committee, collective, headPersonId }) => {
      const head = register.find(`person:${headPersonId}`)
      const headName = head?.kind === 'person' ? head.name : ''
      return [number, address.detail, committee, collective?.unitName ?? '', headName].join('\n')
    },
  )
}

/** Residence permits by number, holder or citizen number. */
export function residencePermitIndex(register: Register) {
  return new KindIndex<ResidencePermitRecord>(
    register,
    (record) => record.kind === 'residence-permit',
    ({ number, holder, residence }) => [number, holder.name, holder.citizenId, residence.detail].join('\n'),
  )
}
