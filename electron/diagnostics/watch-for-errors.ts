import { app } from 'electron'
import { logError } from './error-log.ts'

/**
 * Errors that nobody caught are written down and the desk goes on: everything recorded is on disk before it is
 * acknowledged, so stopping would save nothing and cost the clerk the window.
 */
export function watchForErrors(): void {
  process.on('uncaughtException', (error) => logError('main', error))
  process.on('unhandledRejection', (error) => logError('main', error))
  app.on('child-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') logError(`${details.type}-${details.reason}`, undefined)
  })
}
