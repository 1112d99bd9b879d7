import { z } from 'zod'

/** The hands of the office. 督察 watches and changes nothing, 站点管理员 keeps accounts and sees no case. */
export const roleNames = {
  auxiliary: '辅警',
  officer: '户籍民警',
  chief: '所长',
  county: '旗县区户政',
  city: '市局户政',
  inspector: '督察',
  administrator: '站点管理员',
} as const
export type Role = keyof typeof roleNames

const roles = Object.keys(roleNames) as [Role, ...Role[]]
export const roleSchema = z.enum(roles)

interface Right {
  /** What is allowed, in the words of the office. */
  readonly name: string
  readonly roles: readonly Role[]
  /** Asks for the passphrase again when it was not given within the last minutes. */
  readonly proof?: true
}

/**
 * Who may do what: the one table. An auxiliary helps with acceptance, entry and filing; whatever decides, signs or
 * releases is an officer's act (公通字〔2021〕12号, clause 7). Accounts and cases are kept in different hands (GB/T
 * 22239-2019, 8.1.4.2). That nobody approves a case of their own is the workflow's rule, not this table's.
 */
const rights = {
  'see-cases': {
    name: '查看案件',
    roles: ['auxiliary', 'officer', 'chief', 'county', 'city', 'inspector'],
  },
  'look-up-register': { name: '查询户籍', roles: ['auxiliary', 'officer', 'chief', 'county', 'city'] },
  'give-own-record': { name: '提供本人信息记录', roles: ['officer', 'chief'] },
  'prepare-case': { name: '录入案件', roles: ['auxiliary', 'officer', 'chief'] },
  'accept-case': { name: '受理', roles: ['auxiliary', 'officer', 'chief'] },
  'refuse-case': { name: '不予办理', roles: ['officer', 'chief'] },
  'approve-case': { name: '审批', roles: ['chief'], proof: true },
  'investigate-case': { name: '调查核实', roles: ['officer', 'chief'] },
  'approve-county': { name: '旗县区审批', roles: ['county'], proof: true },
  'approve-city': { name: '市局审批', roles: ['city'], proof: true },
  'print-certificate': { name: '打印证件', roles: ['officer', 'chief'], proof: true },
  'confirm-sheet': { name: '确认出纸', roles: ['officer', 'chief'] },
  'hand-over': { name: '发放证件', roles: ['officer', 'chief'] },
  'register-people': { name: '登记落户', roles: ['officer', 'chief'] },
  'enter-counterfoil': { name: '录入存根', roles: ['auxiliary', 'officer', 'chief'] },
  'compare-counterfoil': { name: '核对存根', roles: ['officer', 'chief'] },
  'receive-stock': { name: '登记空白证件', roles: ['officer', 'chief'] },
  'spoil-stock': { name: '作废空白证件', roles: ['officer', 'chief'] },
  'hold-case': { name: '承办交接案件', roles: ['auxiliary', 'officer', 'chief'] },
  'take-over-case': { name: '接管案件', roles: ['chief'] },
  'settle-conflict': { name: '处理冲突', roles: ['chief'] },
  'answer-for-the-city': { name: '市局答复', roles: ['city'] },
  'export-statistics': { name: '导出统计和名单', roles: ['officer', 'chief'], proof: true },
  'carry-bundle': { name: '用优盘与市局交换', roles: ['officer', 'chief'], proof: true },
  'take-large-change': { name: '决定接收大量变动', roles: ['chief'], proof: true },
  'read-trail': { name: '查看操作记录', roles: ['chief', 'county', 'city', 'inspector'] },
  'remove-expired': { name: '清理到期数据', roles: ['administrator'], proof: true },
  'manage-users': { name: '管理用户', roles: ['administrator'], proof: true },
} as const satisfies Record<string, Right>
export type Permission = keyof typeof rights

export const permissions = Object.keys(rights) as readonly Permission[]

export function permissionName(permission: Permission): string {
  return rights[permission].name
}

export function permits(role: Role, permission: Permission): boolean {
  const right: Right = rights[permission]
  return right.roles.includes(role)
}

/** The roles that may do it, in the table's order: for "who could help me". */
export function rolesWith(permission: Permission): readonly Role[] {
  return rights[permission].roles
}

/** Whether it is one of the acts that show once more who is acting: approving, issuing, exporting, accounts. */
export function needsProof(permission: Permission): boolean {
  const right: Right = rights[permission]
  return right.proof === true
}
