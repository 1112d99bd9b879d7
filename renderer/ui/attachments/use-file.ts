import { useEffect, useState } from 'react'
import type { Attachment } from '../../../shared/attachments/attachment.ts'
import { openFile } from '../../attachments/machine-files.ts'

export type OpenedFile =
  | { readonly kind: 'loading' }
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array }
  | { readonly kind: 'picture'; readonly url: string }
  | { readonly kind: 'failed'; readonly reason: string }

/** The file while it is shown: its picture's address lives as long as the element that shows it. */
export function useFile({ digest, mediaType }: Attachment): OpenedFile {
  const [file, setFile] = useState<OpenedFile>({ kind: 'loading' })
  useEffect(() => {
    let left = false
    let url: string | undefined
    void openFile(digest).then((opened) => {
      if (left) return
      if (!opened.ok) return setFile({ kind: 'failed', reason: opened.refusals[0]?.message ?? '' })
      const bytes = opened.value
      if (mediaType === 'application/pdf') return setFile({ kind: 'pdf', bytes })
      url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }))
      setFile({ kind: 'picture', url })
    })
    return () => {
      left = true
      if (url !== undefined) URL.revokeObjectURL(url)
    }
  }, [digest, mediaType])
  return file
}
