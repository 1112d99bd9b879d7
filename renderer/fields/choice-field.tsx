import { Radio } from 'antd'
import type { KeyboardEvent } from 'react'
import { words } from '../words/index.ts'
import type { FieldProps } from './field-props.ts'

/** A key by itself answers; Alt-1 leads to another screen, and the answer stays what it was. */
function answerBy(take: (key: string) => void) {
  return ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent) => {
    if (!altKey && !ctrlKey && !metaKey) take(key)
  }
}

/** Choices as buttons; the keys 1, 2, 3… take them without the mouse. */
export function ChoiceField({ field, label, value, change }: FieldProps<'choice'>) {
  const choices = field.choices ?? []
  const byNumber = (key: string) => {
    const choice = choices[Number(key) - 1]
    if (choice) change(choice.value)
  }
  return (
    <div onKeyDown={answerBy(byNumber)}>
      <Radio.Group
        aria-label={label}
        value={value ?? null}
        optionType="button"
        buttonStyle="solid"
        onChange={(event) => change(String(event.target.value))}
        options={choices.map((choice, index) => ({
          value: choice.value,
          label: `${index + 1} ${choice.label}`,
        }))}
      />
    </div>
  )
}

export function YesNoField({ label, value, change }: FieldProps<'yesNo'>) {
  const byKey = (key: string) => {
    if (key === '1' || key === 'y') change(true)
    if (key === '2' || key === 'n') change(false)
  }
  return (
    <div onKeyDown={answerBy(byKey)}>
      <Radio.Group
        aria-label={label}
        value={value ?? null}
        optionType="button"
        buttonStyle="solid"
        onChange={(event) => change(event.target.value === true)}
        options={[
          { value: true, label: `1 ${words.yes}` },
          { value: false, label: `2 ${words.no}` },
        ]}
      />
    </div>
  )
}
