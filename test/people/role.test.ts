import { describe, expect, it } from 'vitest'
import {
  permissionName,
  permissions,
  permits,
  roleNames,
  rolesWith,
  type Permission,
} from '../../shared/people/role.ts'

describe('the table of permissions', () => {
  it('lets an auxiliary prepare and accept, never decide, sign or release', () => {
    const decisions: readonly Permission[] = [
      'refuse-case',
      'approve-case',
      'register-people',
      'print-certificate',
      'confirm-sheet',
      'hand-over',
      'compare-counterfoil',
      'spoil-stock',
      'settle-conflict',
    ]
    expect(permits('auxiliary', 'prepare-case')).toBe(true)
    expect(permits('auxiliary', 'accept-case')).toBe(true)
    expect(decisions.filter((decision) => permits('auxiliary', decision))).toEqual([])
  })

  it('shows an administrator no case and no resident', () => {
    expect(permissions.filter((permission) => permits('administrator', permission))).toEqual([
      'remove-expired',
      'manage-users',
    ])
  })

  it('lets an inspector read and change nothing', () => {
    expect(permissions.filter((permission) => permits('inspector', permission))).toEqual([
      'see-cases',
      'read-trail',
    ])
  })

  it('leaves approval to the chief and the city’s answer to the city', () => {
    expect(rolesWith('approve-case')).toEqual(['chief'])
    expect(rolesWith('answer-for-the-city')).toEqual(['city'])
  })

  it('has somebody for everything, and names role and right in Chinese', () => {
    expect(permissions.filter((permission) => rolesWith(permission).length === 0)).toEqual([])
    for (const name of [...Object.values(roleNames), ...permissions.map(permissionName)]) {
      expect(name).toMatch(/^\p{Script=Han}+$/u)
    }
  })
})
