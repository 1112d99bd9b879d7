/** 重建本机数据库：前后各有多少条，一样不一样。 */
export const rebuildWords = {
  kept: '重建出来的比原来的少，没有替换，原来的数据库还在用。请勿删除任何文件，联系市局户政。',
  unreadable: '读不出',
  missing: (count: number) => `少 ${count} 条`,
  same: (digest: string) => `前后内容一字不差，校验值 ${digest}`,
  different: (before: string, after: string) => `前后内容有不同，校验值 ${before} → ${after}`,
  tables: {
    actions: '步骤',
    cases: '案件',
    records: '办理中改过的底册记录',
    outbox: '待市局回执',
    receipts: '市局回执',
    drafts: '草稿',
    blocks: '底册（分块）',
    journalQueue: '待写入磁盘日志',
    pending: '尚未按市局顺序回来的步骤',
    cityCases: '市局那边的案件样子',
    cityRecords: '市局那边的记录样子',
    attachments: '扫描件登记',
    leases: '借用的号段',
    meta: '设置和计数',
  },
} as const
