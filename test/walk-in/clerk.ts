import type { Page } from 'playwright'
import { samplePassphrase } from '../../shared/people/sample-station.ts'
import { databaseAnswers } from './database-answers.ts'

/** A clerk at the counter: everything a test does to the window, in the words of the work. */
export class Clerk {
  constructor(readonly page: Page) {}

  /** A desk that stands still while it opens is opened once more, as the manual says; and it is told on the console. */
  async signIn(name: string): Promise<void> {
    const { page } = this
    await this.givePassphrase(name)
    const opened = page.getByRole('navigation')
    const again = page.getByRole('button', { name: '重新打开' })
    // The first one at a desk takes its package in, which a busy machine takes its time for.
    await opened.or(again).first().waitFor({ timeout: 90_000 })
    if (await opened.isVisible()) return
    console.log(`The desk stood still while it opened: ${await databaseAnswers(page)}`)
    await again.click()
    await page.getByRole('form', { name: '登录' }).waitFor()
    await this.givePassphrase(name)
    await opened.waitFor({ timeout: 90_000 })
  }

  async givePassphrase(name: string): Promise<void> {
    const { page } = this
    await page.getByRole('combobox', { name: '您是' }).click()
    await page.locator('.ant-select-item-option', { hasText: name }).click()
    await page.getByLabel('口令').fill(samplePassphrase)
    await page.getByRole('button', { name: /进\s*入/ }).click()
  }

  async leave(): Promise<void> {
    await this.page.keyboard.press('Control+l')
    await this.page.getByRole('form', { name: '登录' }).waitFor()
  }

  /** Says what people are looked up for, when the register asks. */
  async sayWhatFor(reason: string): Promise<void> {
    await this.page.getByRole('button', { name: reason }).click()
  }

  /** F2, the matter by any of its words, Enter. */
  async openNewMatter(words: string): Promise<void> {
    const { page } = this
    await page.keyboard.press('F2')
    await page.getByPlaceholder(/输入事项的字/).fill(words)
    await page.keyboard.press('Enter')
    await page.getByRole('form').waitFor()
  }

  field(name: string) {
    return this.page.locator(`[data-field="${name}"]`)
  }

  async choose(name: string, label: string): Promise<void> {
    await this.field(name).locator('label.ant-radio-button-wrapper', { hasText: label }).click()
  }

  async type(name: string, text: string): Promise<void> {
    await this.field(name).locator('input, textarea').first().fill(text)
  }

  /** Takes the first code that the words find. */
  async takeCode(name: string, words: string): Promise<void> {
    await this.field(name).getByRole('combobox').focus()
    await this.page.keyboard.type(words)
    await this.page.locator('.ant-select-item-option:visible', { hasText: words }).first().waitFor()
    await this.field(name).getByRole('combobox').press('Enter')
  }

  /** A county by its words and the rest of the address. */
  async takePlace(name: string, county: string, detail: string): Promise<void> {
    await this.takeCode(name, county)
    await this.field(name)
      .getByLabel(/详细地址/)
      .fill(detail)
  }

  /** The word of a level above the station. */
  async approveAbove(button: string, step: string): Promise<void> {
    const decide = this.page.getByRole('button', { name: button, exact: true })
    await decide.waitFor()
    await this.seeOpenQuestions()
    await decide.click()
    await this.page.locator(`[data-step="${step}"]`).waitFor()
  }

  /** Types any part of a name, number or serial and takes the first certificate found. */
  async pickOriginal(query: string): Promise<void> {
    await this.choose('originalSource', '本所签发登记')
    await this.type('original', query)
    await this.field('original').locator('tbody tr.ant-table-row').first().waitFor()
    await this.field('original').locator('input').press('Enter')
    await this.field('original').locator('.certificate').waitFor()
  }

  /** Waits until the database has everything typed. */
  async draftIsSaved(): Promise<void> {
    await this.page.locator('[data-draft-state="saved"]').waitFor()
  }

  /** Everything asked of a holder who comes in person, the line being down. */
  async fillLossByHolder(): Promise<void> {
    await this.choose('lossKind', '遗失')
    await this.type('lossStatement', '昨天赶集时连同钱包一起丢了，找遍了也没有找到。')
    await this.choose('contentChange', '没有，照原样')
    await this.choose('applicantKind', '持证人本人')
    await this.choose('identityChecked', '是')
    await this.choose('landingCheck', '没有线路')
  }

  async submit(): Promise<string> {
    await this.page.getByRole('button', { name: /受理并送审/ }).click()
    return this.caseNumber()
  }

  async caseNumber(): Promise<string> {
    return this.page.locator('[data-case-number]').innerText()
  }

  /** Opens a case from the workbench by its acceptance number. */
  async openCase(number: string): Promise<void> {
    await this.page.keyboard.press('Alt+1')
    await this.page.getByRole('cell', { name: number }).first().click()
    await this.page.locator('[data-case-number]', { hasText: number }).waitFor()
  }

  /** Says that the city has not answered yet, where the panel of the decision asks for it. */
  async seeOpenQuestions(): Promise<void> {
    const seen = this.page.getByRole('checkbox', { name: /还没有答复/ })
    // With a line up the answer may come while the hand is on its way: then nothing is asked any more.
    while (await seen.isVisible()) {
      const checked = await seen.check({ timeout: 2000 }).then(
        () => true,
        () => false,
      )
      if (checked) return
    }
  }

  /** The chief's word, given with the open question in sight. */
  async approve(): Promise<void> {
    const { page } = this
    const decide = page.getByRole('button', { name: /^批\s*准$/ })
    // The panel asks about open questions in the moment in which it offers the word.
    await decide.waitFor()
    await this.seeOpenQuestions()
    await decide.click()
    await page.locator('[data-step="approve"]').waitFor()
  }

  async print(digits: string): Promise<void> {
    await this.page.getByLabel('纸上印的编号（八位）').fill(digits)
    await this.page.getByRole('button', { name: /打印证件/ }).click()
  }

  async waitForQuestion(): Promise<void> {
    await this.page.getByText('纸出来了吗？').waitFor()
  }

  async answer(words: string): Promise<void> {
    await this.page.locator('.answers').getByRole('button', { name: words }).click()
    await this.page.locator('[data-step="confirmSheet"]').last().waitFor()
  }

  async handOver(receivedBy: string): Promise<void> {
    await this.page.getByLabel('领取人', { exact: true }).fill(receivedBy)
    await this.page.getByRole('checkbox', { name: /签字/ }).check()
    await this.page.getByRole('button', { name: '交付证件' }).click()
    await this.page.locator('[data-step="handOver"]').waitFor()
  }

  /** Shows a paper of the open case and waits until its page is drawn. */
  async showPaper(name: string): Promise<void> {
    await this.page.getByRole('tab', { name: '文书' }).click()
    await this.page.getByRole('button', { name }).click()
    await this.page.locator('canvas[data-drawn="true"]').first().waitFor()
  }

  async savePaper(): Promise<void> {
    await this.page.getByRole('button', { name: '存为文件' }).click()
    await this.page.getByText(/已存为/).waitFor()
  }

  /** How each action of the open case stands with the city. */
  async deliveries(): Promise<readonly string[]> {
    await this.page.getByRole('tab', { name: '办理记录' }).click()
    return this.page
      .locator('[data-step]')
      .evaluateAll((lines) => lines.map((line) => line.getAttribute('data-delivery') ?? ''))
  }
}
