import { create } from 'zustand'

/** Why the city did not grant what was asked for, in its words; empty when all is well. For the eye alone. */
export const useLeaseNews = create<{ readonly fault: string }>(() => ({ fault: '' }))
