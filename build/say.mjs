/** One line for the person at the console, in Chinese and in English. */
export function say(chinese, english) {
  console.log(`[户政台] ${chinese}\n         ${english}`)
}

/** Says why nothing can go on, and ends. */
export function stop(chinese, english) {
  console.error(`[户政台] ${chinese}\n         ${english}`)
  process.exit(1)
}
