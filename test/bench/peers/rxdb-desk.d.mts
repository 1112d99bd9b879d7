import type { Side } from '../sync/made-actions.ts'

export declare const rxdbSide: Side
