import { describe, expect, it } from 'vitest'
import { CameraPermission, longestScan, type DeviceWish } from '../../electron/security/camera-permission.ts'

describe('a page that wants a device', () => {
  const scan: DeviceWish = {
    permission: 'media',
    media: ['video'],
    url: 'app://desk/index.html',
    isMainFrame: true,
  }

  it.each<readonly [string, Partial<DeviceWish>]>([
    ['the microphone', { media: ['audio'] }],
    ['both at once', { media: ['video', 'audio'] }],
    ['nothing that has a name', { media: [] }],
    ['something unknown', { media: ['unknown'] }],
    ['the place', { permission: 'geolocation' }],
    ['the clipboard', { permission: 'clipboard-read' }],
    ['notifications', { permission: 'notifications' }],
    ['the screen’s picture', { permission: 'display-capture' }],
    ['a USB device', { permission: 'usb' }],
    ['the camera for a frame inside', { isMainFrame: false }],
    ['the camera for another address', { url: 'https://example.invalid/' }],
    ['the camera for an address that looks alike', { url: 'app://desk.example.invalid/' }],
  ])('gets not %s, while a code is scanned either', (_what, wish) => {
    const camera = new CameraPermission(() => 1_000_000)
    camera.open()
    expect(camera.allows({ ...scan, ...wish })).toBe(false)
    expect(camera.allows(scan)).toBe(true)
  })

  it('gets the camera neither before a scan, nor after it, nor for longer than one takes, nor by a clock set back', () => {
    let now = 1_000_000
    const camera = new CameraPermission(() => now)
    expect(camera.allows(scan)).toBe(false)
    camera.open()
    expect(camera.allows(scan)).toBe(true)
    now -= 1
    expect(camera.allows(scan)).toBe(false)
    now += 1 + longestScan
    expect(camera.allows(scan)).toBe(false)
    camera.open()
    camera.close()
    expect(camera.allows(scan)).toBe(false)
  })
})
