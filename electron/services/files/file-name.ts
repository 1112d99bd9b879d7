const longestName = 120
const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** A file name that Windows and Linux both take, made from what the page suggests; never a path. */
export function safeFileName(suggested: string): string {
  const plain = suggested
    .normalize('NFC')
    // \p{C}: control characters, direction marks and lone surrogates
    .replace(/[\p{C}<>:"/\\|?*]/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
  const dot = plain.lastIndexOf('.')
  const ending = dot > 0 && plain.length - dot <= 6 ? plain.slice(dot) : ''
  const letters = Array.from(plain.slice(0, plain.length - ending.length))
  const stem = letters
    .slice(0, longestName - ending.length)
    .join('')
    .trim()
  return (stem === '' || reservedOnWindows.test(stem) ? `文件${stem}` : stem) + ending
}
