import { accepted } from '../../shared/base/outcome.ts'
import type { Desk } from '../desk.ts'
import type { Handlers } from '../ipc/handlers.ts'
import type { ForSomebody } from '../services/session/for-somebody.ts'

/** The page says when it wants a camera and when no longer; in between, and for a while at most, it may open one. */
export function cameraHandlers(
  { camera, trail }: Desk,
  forSomebody: ForSomebody,
): Pick<Handlers, 'camera.open' | 'camera.close'> {
  return {
    'camera.open': () =>
      forSomebody(async ({ user }) => {
        await trail.note({ what: 'camera-opened', userId: user.id })
        camera.open()
        return accepted({})
      }),
    'camera.close': async () => {
      camera.close()
      return accepted({})
    },
  }
}
