export function hasDisplay(): boolean
export function startVirtualDisplay(): Promise<string>
export function someDisplay(): Promise<string | undefined>
