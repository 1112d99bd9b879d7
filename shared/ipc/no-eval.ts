import { z } from 'zod'

/**
 * zod speeds itself up by compiling code from text, which the page's content security policy forbids. Import this
 * file before any schema in whatever runs inside the window (page and workers).
 */
z.config({ jitless: true })
