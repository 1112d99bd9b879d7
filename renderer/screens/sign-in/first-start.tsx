import { useState } from 'react'
import type { StationProfile } from '../../../shared/ipc/station-channels.ts'
import { RestoreScreen } from './restore-screen.tsx'
import { SetUpScreen } from './set-up-screen.tsx'
import type { Welcome } from './sign-in-screen.tsx'

interface FirstStartProps {
  readonly profile: StationProfile
  readonly enter: (welcome: Welcome) => void
  /** The machine took a broken one's place: its people sign in as there. */
  readonly restored: () => void
}

/** A machine that nobody has used: set up anew, or in the place of one that broke. */
export function FirstStart({ profile, enter, restored }: FirstStartProps) {
  const [isRestoring, setRestoring] = useState(false)
  return isRestoring ? (
    <RestoreScreen back={() => setRestoring(false)} restored={restored} />
  ) : (
    <SetUpScreen profile={profile} enter={enter} restore={() => setRestoring(true)} />
  )
}
