import { session } from 'electron'

/** Clerk and page need no camera, place, notification, clipboard reading or device: every wish is denied. */
export function lockPermissions(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
}
