import { refused } from '../../../shared/base/outcome.ts'

/** A fault of the disk while recording: nothing was recorded, and the typed text is still here. */
export function asRefusal(fault: unknown) {
  const reason = fault instanceof Error ? fault.message : String(fault)
  const full = /quota|disk|space|磁盘/i.test(reason)
  const message = full
    ? '磁盘满了，这一步没有记录，填写的内容还在。请先腾出空间再提交。'
    : `这一步没有记录：${reason}。填写的内容还在，请再试一次。`
  return refused({ code: 'storage', message })
}
