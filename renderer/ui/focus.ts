const fillable =
  'input:not([disabled]):not([type=hidden]), textarea:not([disabled]), [role=radio], [role=combobox]'

/** Puts the cursor into the field with this key, if the form shows it. */
export function focusField(key: string): void {
  document
    .querySelector<HTMLElement>(`[data-field="${CSS.escape(key)}"]`)
    ?.querySelector<HTMLElement>(fillable)
    ?.focus()
}

/** Enter goes to the next empty field of the form, Shift-Enter back to the one before. */
export function moveBetweenFields(form: HTMLElement, backwards: boolean): void {
  const fields = [...form.querySelectorAll<HTMLElement>('[data-field]')]
  const here = fields.findIndex((field) => field.contains(document.activeElement))
  const rest = backwards ? fields.slice(0, Math.max(here, 0)).toReversed() : fields.slice(here + 1)
  const next = backwards ? rest[0] : (rest.find((field) => field.dataset['empty'] === 'true') ?? rest[0])
  next?.querySelector<HTMLElement>(fillable)?.focus()
}
