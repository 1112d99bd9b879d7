import type { Refusal } from '../../shared/base/outcome.ts'

interface SystemError extends Error {
  readonly code: string
}

/** An error of the operating system, such as ENOSPC or EACCES. */
export function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}

/** What the disk's errors mean to the clerk. */
const diskWords: Record<string, Refusal> = {
  ENOSPC: diskFull(),
  EDQUOT: diskFull(),
  EROFS: { code: 'disk-read-only', message: '磁盘是只读的，没有写入。请联系管理员检查磁盘，再重试。' },
  EACCES: noPermission(),
  EPERM: noPermission(),
  EIO: { code: 'disk-error', message: '磁盘读写出错，没有写入。请立即联系管理员检查磁盘，不要关机。' },
  EMFILE: { code: 'disk-busy', message: '打开的文件过多，没有写入。请关闭其他程序后重试。' },
}

/** Undefined when the error is not one that a person at the counter can do something about. */
export function refusalOfSystemError(error: unknown): Refusal | undefined {
  return isSystemError(error) ? diskWords[error.code] : undefined
}

function diskFull(): Refusal {
  return { code: 'disk-full', message: '磁盘已满，没有写入。请清理磁盘空间后重试，已填写的内容仍在屏幕上。' }
}

function noPermission(): Refusal {
  return {
    code: 'disk-permission',
    message: '没有写入数据文件夹的权限，没有写入。请联系管理员开放权限后重试。',
  }
}
