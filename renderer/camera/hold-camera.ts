import { station as machine } from '../station.ts'
import { whyNoPicture, type NoPicture } from './why-no-picture.ts'

export interface WantedCamera {
  readonly picture: MediaTrackConstraints
  /** The camera to open if it is there; else, and without it, the one that suits the picture. */
  readonly id?: string | undefined
}

export interface CameraTold {
  readonly opened: (stream: MediaStream) => void
  readonly lost: (why: NoPicture) => void
}

/** How many hold a camera now: the machine is told when nobody does any more. */
let holders = 0

/** Opens a camera, here and nowhere else; the answer lets go of it, at any moment. After that nothing is told any more. */
export function holdCamera(wanted: WantedCamera, told: CameraTold): () => void {
  let stream: MediaStream | undefined
  let left = false
  const begin = async () => {
    await machine.call('camera.open', {})
    if (left) return
    const opened = await picturesOf(wanted)
    if (left) return stop(opened)
    stream = opened
    for (const track of opened.getTracks())
      track.addEventListener('ended', () => {
        if (!left) told.lost('gone')
      })
    told.opened(opened)
  }
  holders += 1
  const begun = begin().catch((fault: unknown) => {
    if (!left) told.lost(whyNoPicture(fault))
  })
  return () => {
    left = true
    holders -= 1
    if (stream) stop(stream)
    // Not before it was opened, and not when another camera has been asked for by then.
    void begun.then(closeIfFree)
  }
}

/** The cameras of this machine. They have ids and names only while one of them is open. */
export async function camerasHere(): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, name: label }))
}

async function picturesOf({ picture, id }: WantedCamera): Promise<MediaStream> {
  const { mediaDevices } = navigator
  if (id === undefined) return mediaDevices.getUserMedia({ video: picture })
  try {
    return await mediaDevices.getUserMedia({ video: { ...picture, deviceId: { exact: id } } })
  } catch (fault) {
    if (whyNoPicture(fault) !== 'none') throw fault
    return mediaDevices.getUserMedia({ video: picture })
  }
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

async function closeIfFree(): Promise<void> {
  if (holders === 0) await machine.call('camera.close', {}).catch(() => undefined)
}
