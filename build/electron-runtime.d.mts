export interface ElectronRuntime {
  readonly folder: string
  readonly executable: string
  readonly kind: 'product' | 'verification'
}

export function electronRuntime(): Promise<ElectronRuntime>
