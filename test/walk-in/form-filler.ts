import type { Locator, Page } from 'playwright'
import { isAsked, type Field, type Fields, type PartialFacts } from '../../shared/cases/fields.ts'
import type { PickedHousehold, PickedPermit, PickedResident } from '../../shared/cases/picked.ts'
import type { Place } from '../../shared/register/certificate.ts'
import { findCodeTable } from '../../shared/codes/code-tables.ts'

/** Types facts into a form field by field, as a clerk would, in the order in which the form asks. */
export class FormFiller {
  constructor(private readonly page: Page) {}

  /** Every field that is asked and has a fact; `order` is that of the form's pages. */
  async fill(fields: Fields, order: readonly string[], facts: PartialFacts, root?: Locator): Promise<void> {
    for (const name of order) {
      const field = fields[name]
      const value = facts[name]
      if (!field || value === undefined || !isAsked(field, facts)) continue
      const place = (root ?? this.page.getByRole('form')).locator(`[data-field="${name}"]`).first()
      await this.#enter(place, field, value)
    }
  }

  async #enter(place: Locator, field: Field, value: unknown): Promise<void> {
    switch (field.kind) {
      case 'choice': {
        const at = field.choices?.findIndex((choice) => choice.value === value) ?? -1
        return place.locator('label.ant-radio-button-wrapper').nth(at).click()
      }
      case 'yesNo':
        return place
          .locator('label.ant-radio-button-wrapper')
          .nth(value === true ? 0 : 1)
          .click()
      case 'code':
        return this.#takeCode(place, field, String(value))
      case 'place':
        return this.#takePlace(place, value as Place)
      case 'resident': {
        const { personId, name, citizenId } = value as PickedResident
        return this.#pick(place, personId ? (citizenId ?? name) : `${name} ${citizenId ?? ''}`)
      }
      case 'household':
        return this.#pick(place, (value as PickedHousehold).number)
      case 'residencePermit':
        return this.#pick(place, (value as PickedPermit).number)
      case 'movers':
        for (const { citizenId } of value as readonly { readonly citizenId: string }[])
          await this.#addMover(place, citizenId)
        return
      case 'moveInPermit':
        return this.#pickSheet(
          place,
          (value as { readonly serial: { readonly digits: string } }).serial.digits,
        )
      case 'rows':
        return this.#addLines(place, field, value as readonly PartialFacts[])
      default:
        return place.locator('input, textarea').first().fill(String(value))
    }
  }

  async #takeCode(place: Locator, field: Field, code: string): Promise<void> {
    const name = findCodeTable(field.table ?? '').name(code) ?? ''
    await this.#chooseOption(place.getByRole('combobox').first(), name, `${code} ${name}`)
  }

  async #takePlace(place: Locator, { regionName, detail }: Place): Promise<void> {
    const county = regionName.slice(-3)
    await this.#chooseOption(place.getByRole('combobox').first(), county, regionName)
    await place.getByLabel(/详细地址/).fill(detail)
  }

  async #chooseOption(box: Locator, words: string, label: string): Promise<void> {
    await box.focus()
    await this.page.keyboard.insertText(words)
    await this.page.locator(`.ant-select-item-option:visible[title="${label}"]`).first().click()
  }

  async #pick(place: Locator, query: string): Promise<void> {
    const box = place.locator('input').first()
    await box.fill(query)
    await place.locator('tbody').waitFor()
    await box.press('Enter')
    await place.locator('strong').first().waitFor()
  }

  async #addMover(place: Locator, citizenId: string): Promise<void> {
    const box = place.locator('input').last()
    await box.fill(citizenId)
    await place.locator('tbody').waitFor()
    await box.press('Enter')
    await place.getByText(citizenId.slice(-4)).first().waitFor()
  }

  async #pickSheet(place: Locator, digits: string): Promise<void> {
    const box = place.locator('input').first()
    await box.fill(digits)
    await place.locator('tbody').waitFor()
    await box.press('Enter')
    await place.getByRole('button', { name: '换一张' }).waitFor()
  }

  async #addLines(place: Locator, field: Field, lines: readonly PartialFacts[]): Promise<void> {
    const columns = field.columns ?? {}
    for (const [n, line] of lines.entries()) {
      await place.getByRole('button', { name: `添加${field.label}` }).click()
      await this.fill(columns, Object.keys(columns), line, place.locator('fieldset').nth(n))
    }
  }
}
