import { describe, expect, it } from 'vitest'
import { changedPerson, registeredPerson, type Occasion } from '../../shared/register/register-changes.ts'

const occasion: Occasion = {
  on: '2026-03-04',
  cause: 'birth',
  reason: '',
  caseId: 'case',
  caseNumber: '1',
  by: '民警乙',
}

const child = {
  id: '0f1d8a52-3c44-4a58-8f3e-150499000009',
  name: '王小宝',
  formerName: '',
  sex: '1',
  ethnicGroup: '01',
  birthDate: '2026-03-01',
  birthplace: '',
  nativePlace: '',
  education: '',
  occupation: '',
  maritalStatus: '',
  citizenId: '',
  householdNumber: '000123',
  relationToHead: '20',
  address: { region: '150430', detail: '' },
  committee: '',
}

describe('somebody newly registered', () => {
  it('is found by the initials of the name, and by the new ones after a change of name', () => {
    const registered = registeredPerson(child, occasion)
    expect(registered.pinyinInitials).toBe('wxb')
    expect(changedPerson(registered, { name: '王子轩' }, occasion).pinyinInitials).toBe('wzx')
  })
})
