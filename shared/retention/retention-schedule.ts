import { z } from 'zod'

/**
 * How long each kind of record is kept and by which law or rule. `confirmed`: the source was read; `practice`: the usual
 * rule of police archives, which the city's archive office may set otherwise.
 */
export interface Retention {
  readonly name: string
  /** Days after the last change; 'for-ever' is never removed by the program. */
  readonly days: number | 'for-ever'
  readonly from: string
  readonly basis: string
  readonly certainty: 'confirmed' | 'practice'
}

const threeYears = 1096

/** What the law keeps: the program removes none of it, whoever asks. */
const keptKinds = {
  register: {
    name: '人员、户的登记',
    days: 'for-ever',
    from: '登记',
    basis: '公安业务档案：常住人口登记表永久保管；户口登记条例',
    certainty: 'practice',
  },
  actions: {
    name: '案件的每一步（含不予办理、撤回的）',
    days: 'for-ever',
    from: '办结',
    basis: '公安业务档案：户籍案卷永久或者三十年；个人信息保护法第四十七条第二款（法定保存期限未满）',
    certainty: 'practice',
  },
  sheets: {
    name: '证件存根、作废和空白证件登记',
    days: 'for-ever',
    from: '签发',
    basis: '公通字〔1994〕12号：存根按编号顺序保管',
    certainty: 'practice',
  },
  journal: {
    name: '磁盘日志（重建数据库的依据，草稿的旧样也在里面，密文）',
    days: 'for-ever',
    from: '写入',
    basis: '个人信息保护法第四十七条第二款：从技术上难以删除的，只存储、只保护',
    certainty: 'confirmed',
  },
} as const satisfies Record<string, Retention>

/** What has a term, after which it is shown as due. */
const termKinds = {
  trail: {
    name: '操作记录',
    days: threeYears,
    from: '记录',
    basis: '网络安全法：日志不少于六个月；个人信息保护法第五十六条：处理情况记录至少三年',
    certainty: 'confirmed',
  },
  logs: {
    name: '程序错误日志（没有姓名和号码）',
    days: threeYears,
    from: '月末',
    basis: '网络安全法：日志不少于六个月，与操作记录同期',
    certainty: 'confirmed',
  },
  drafts: {
    name: '没有受理的草稿',
    days: 90,
    from: '最后改动',
    basis: '个人信息保护法第十九条：为实现目的所必要的最短时间',
    certainty: 'confirmed',
  },
  exports: {
    name: '导出的文件',
    days: 30,
    from: '导出',
    basis: '个人信息保护法第十九条、第四十七条：目的已经实现',
    certainty: 'confirmed',
  },
  printed: {
    name: '练习打印机存下的文件',
    days: 7,
    from: '打印',
    basis: '个人信息保护法第四十七条：目的已经实现（练习站的人全部虚构）',
    certainty: 'confirmed',
  },
} as const satisfies Record<string, Retention>

export type KeptKind = keyof typeof keptKinds
export type RemovableKind = keyof typeof termKinds

export const keptForEver: Readonly<Record<KeptKind, Retention>> = keptKinds
export const removableKinds = Object.keys(termKinds) as [RemovableKind, ...RemovableKind[]]

/** The term of a kind: how long, from when, by what. */
export function retentionOf(kind: RemovableKind): Retention & { readonly days: number } {
  return termKinds[kind]
}

const dayInMilliseconds = 86_400_000

/** Whether something last changed at that instant has been kept for its whole term; milliseconds since 1970. */
export function isDue(kind: RemovableKind, changedAt: number, now: number): boolean {
  return now - changedAt > termKinds[kind].days * dayInMilliseconds
}

/** Why somebody removes what is due. */
export const removalReasons = {
  'term-over': '保存期限已满',
  'purpose-met': '用完了，不再需要',
  'asked-by-person': '本人要求删除（个人信息保护法第四十七条）',
} as const
export type RemovalReason = keyof typeof removalReasons
export const removalReasonSchema = z.enum(Object.keys(removalReasons) as [RemovalReason, ...RemovalReason[]])
