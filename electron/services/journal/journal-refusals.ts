import type { Refusal } from '../../../shared/base/outcome.ts'

export function brokenJournal(line: number): Refusal {
  return {
    code: 'journal-broken',
    message: `本机日志第 ${line} 行已损坏，没有写入。请勿删除任何文件，到“设置”中把日志另存后重建。`,
  }
}

export function differs(n: number): Refusal {
  return {
    code: 'journal-differs',
    message: `本机日志第 ${n} 条与要写入的内容不同，没有写入。请到“设置”中核对日志与本机数据。`,
  }
}

export function gap(last: number): Refusal {
  return {
    code: 'journal-gap',
    message: `本机日志只到第 ${last} 条，后面的缺了，没有写入。请从第 ${last + 1} 条起补写。`,
  }
}
