import { session, type FilesystemPermissionRequest, type MediaAccessPermissionRequest } from 'electron'
import type { CameraPermission } from './camera-permission.ts'

/**
 * Clerk and page need no place, notification, clipboard reading or device: every wish is denied, but for the camera's
 * picture while a code is scanned or a paper photographed.
 */
export function lockPermissions(camera: CameraPermission): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const { requestingUrl: url, isMainFrame } = details
    decide(camera.allows({ permission, media: mediaOf(details), url, isMainFrame }))
  })
  defaultSession.setPermissionCheckHandler((_contents, permission, origin, details) => {
    const { mediaType = '', isMainFrame, requestingUrl } = details
    return camera.allows({ permission, media: [mediaType], url: requestingUrl ?? `${origin}/`, isMainFrame })
  })
  defaultSession.setDevicePermissionHandler(() => false)
}

function mediaOf(
  details: object | MediaAccessPermissionRequest | FilesystemPermissionRequest,
): readonly string[] {
  return 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
}
