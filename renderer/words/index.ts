import { chinese } from './zh-cn.ts'

/** The words in use. */
export const words = chinese
