import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page } from '@playwright/test'
import { Clerk } from '../walk-in/clerk.ts'
import { stationPackage } from '../walk-in/sample.ts'
import { launchDesk, type LaunchedDesk } from './desk.ts'

export interface SampleDesk {
  readonly desk: LaunchedDesk
  readonly page: Page
  readonly clerk: Clerk
}

/** Nothing listens there: the line is down. */
export const noCity = 'http://127.0.0.1:9'

/** Opens the desk of the sample station on a data folder, new or used before, up to its sign-in. */
export async function openSampleDesk(
  dataFolder: string,
  city = noCity,
  switches: readonly string[] = [],
): Promise<SampleDesk> {
  const desk = await launchDesk({ dataFolder, package: stationPackage, city, switches })
  await desk.page.getByRole('form', { name: '登录' }).waitFor({ timeout: 60_000 })
  return { desk, page: desk.page, clerk: new Clerk(desk.page) }
}

/** What the strip shows once every step that this desk made has the city's answer: none waits, none is on its way. */
export const allAnswered = '[data-waiting="0"][data-sent="0"]'

/** A port that nothing listens on now, for a city that comes up later. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise<void>((resolve) => probe.close(() => resolve()))
  return port
}

/** Everything a form shows: per field the texts in its inputs, the choice made and the certificate picked. */
export function formAsShown(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.locator('[data-field]').evaluateAll((fields) =>
    Object.fromEntries(
      fields.map((field) => {
        const texts = [
          ...field.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
            'input:not([type=radio]), textarea:not([aria-hidden])',
          ),
        ]
        const chosen = field.querySelector('.ant-radio-button-wrapper-checked')?.textContent
        const certificate = field.querySelector<HTMLElement>('.certificate')?.innerText
        const shown = [...texts.map(({ value }) => value), chosen, certificate]
        return [field.getAttribute('data-field') ?? '', shown.filter((text) => text).join('\n')]
      }),
    ),
  )
}

/** The one draft on the workbench, opened again. */
export async function openOnlyDraft({ page }: SampleDesk): Promise<void> {
  await page.keyboard.press('Alt+1')
  await page.getByRole('button', { name: '接着填' }).first().waitFor()
  await expect(page.getByRole('button', { name: '接着填' })).toHaveCount(1)
  await page.getByRole('button', { name: '接着填' }).click()
  await page.getByRole('form').waitFor()
}

/** The word that the head of the open case shows for its state. */
export async function expectCaseStatus(page: Page, word: string): Promise<void> {
  await expect(page.locator('.ant-card-extra').first()).toContainText(word)
}
