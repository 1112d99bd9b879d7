/** Words of what the law owes the people in the register: their own record, and how long what is kept. */
export const dutyWords = {
  ownRecord: {
    open: '本人信息记录',
    title: (name: string) => `给${name}的本人信息记录`,
    explain:
      '本人有权查阅、复制本所存的自己的信息（个人信息保护法第四十五条）。先核对来人身份；谁来要、凭什么、做什么用，都记入操作记录。',
    notAllowed: '您的岗位不能提供本人信息记录。请找户籍民警或所长。',
    asker: '谁来要',
    identity: '身份核对',
    purpose: '用途',
    entitlementSeen: '监护、亲属关系证明或者委托书已经核对',
    make: '制单',
    searching: '正在查涉及本人的案件',
    file: (name: string, day: string) => `${name}-本人信息记录-${day}.pdf`,
  },
  exportReason: {
    title: '导出做什么用？',
    explain:
      '名单离开本机就不再受本机保护。用途记入操作记录；不得向其他单位批量提供（户口登记工作规范第八十八条）。',
    cancelled: '没有选用途，没有导出。',
  },
  retention: {
    title: '保存期限',
    open: '保存期限',
    explain:
      '法律要求留存的永久保存，程序不清理；其余的到期才能清理。清理要再输一次口令，前后各有多少条记入操作记录。操作记录只切除市局已经留存校验值的部分，剩下的仍能核对。',
    reason: '清理原因',
    kind: '种类',
    term: '保存多久',
    basis: '依据',
    practice: '（档案惯例，以市局档案部门规定为准）',
    total: '现有',
    oldest: '最早',
    due: '到期',
    forEver: '永久，程序不清理',
    days: (days: number, from: string) => (days > 1000 ? `自${from}起三年` : `自${from}起 ${days} 天`),
    remove: '清理',
    removeKind: (name: string) => `清理到期的${name}`,
    removed: (name: string, before: number, after: number) =>
      `${name}：清理前 ${before}，清理后 ${after}，已记入操作记录。`,
  },
} as const
