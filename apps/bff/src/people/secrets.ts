import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits: nobody guesses them, so they need no slow hash. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What the store keeps of a secret. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** In a time that tells nothing of where they differ. */
export function isEqual(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
