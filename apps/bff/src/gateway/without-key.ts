/** What stands in a text where the access key stood. */
const withheld = '[access key withheld]'

/**
 * Takes the access key out of what a tenant said, in case it repeats what it was sent: as it is, and as JSON may write its
 * characters (`\u0041`, `\/`). Gives the same text back when it is not there.
 */
export function createKeyFilter(accessKey: string): (text: string) => string {
  const characters = Array.from(accessKey, (character) => {
    const code = `u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
    // A character as it is (written as an escape of the pattern) or behind a backslash, or as an escape of JSON.
    return `(?:\\\\?\\${code}|\\\\${code})`
  })
  const key = new RegExp(characters.join(''), 'gi')
  return (text) => text.replace(key, withheld)
}
