import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWholeFile } from '../../disk/write-whole-file.ts'

/**
 * Moves the unfinished last line into `<file>.<offset>.torn`, which nobody deletes, and cuts the journal back to its
 * last whole line. The copy is on disk before the cut.
 */
export async function moveTornTail(folder: string, file: string, offset: number): Promise<void> {
  const journal = await open(join(folder, file), 'r+')
  try {
    const { size } = await journal.stat()
    const tail = Buffer.alloc(size - offset)
    await journal.read(tail, 0, tail.length, offset)
    await writeWholeFile(join(folder, `${file}.${offset}.torn`), tail)
    await journal.truncate(offset)
    await journal.datasync()
  } finally {
    await journal.close()
  }
}
