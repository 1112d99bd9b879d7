import { useEffect, useState, type RefObject } from 'react'
import { camerasHere, holdCamera } from '../../camera/hold-camera.ts'
import type { NoPicture } from '../../camera/why-no-picture.ts'
import { cameraSetting, useSaveSetting } from '../../desk/desk-settings.ts'

/**
 * What a document camera gives of a page; a lesser one comes as near as it can, and with its whole picture: else Chromium
 * cuts the sides off what is wider than wanted. (TypeScript's own list does not know `resizeMode` yet.)
 */
const wantedPicture: MediaTrackConstraints & { readonly resizeMode: ConstrainDOMString } = {
  width: { ideal: 3264 },
  height: { ideal: 2448 },
  resizeMode: { exact: 'none' },
}

export interface Viewfinder {
  readonly state: 'opening' | 'live' | NoPicture
  /** The picture has come: to be told by whoever shows it. */
  readonly comes: () => void
  readonly cameras: Awaited<ReturnType<typeof camerasHere>>
  /** Id of the camera that is open. */
  readonly used: string | undefined
  readonly choose: (id: string) => void
  readonly retry: () => void
}

/** A camera held while its picture is on the screen; begins with the one that was chosen before, if it is there. */
export function useViewfinder(
  screen: RefObject<HTMLVideoElement | null>,
  chosenBefore: string | undefined,
): Viewfinder {
  const [wanted, setWanted] = useState({ id: chosenBefore })
  const [state, setState] = useState<Viewfinder['state']>('opening')
  const [cameras, setCameras] = useState<Viewfinder['cameras']>([])
  const [used, setUsed] = useState<string>()
  const save = useSaveSetting()
  useEffect(
    () =>
      holdCamera(
        { picture: wantedPicture, id: wanted.id },
        {
          opened: (stream) => {
            if (screen.current) screen.current.srcObject = stream
            setUsed(stream.getVideoTracks()[0]?.getSettings().deviceId)
            void camerasHere().then(setCameras)
          },
          lost: setState,
        },
      ),
    [screen, wanted],
  )
  const open = (id: string | undefined) => {
    setState('opening')
    setWanted({ id })
  }
  return {
    state,
    comes: () => setState('live'),
    cameras,
    used,
    choose: (id) => {
      open(id)
      void save(cameraSetting, id)
    },
    retry: () => open(wanted.id),
  }
}
