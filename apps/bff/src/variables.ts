import { z } from 'zod'

/** A variable that holds a whole number. */
export const whole = (least: number, most: number) =>
  z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: `must be a whole number from ${least} to ${most}`,
    })
    .transform(Number)

/** A variable that holds one of some words. */
export const oneOf = <const Words extends readonly string[]>(words: Words) =>
  z.enum(words, { error: `must be one of ${words.join(', ')}` })

/** Names and addresses under which a machine reaches itself. */
export const loopbackName = /^(localhost|127(\.\d{1,3}){3}|::1)$/

/** An address to which secrets may be sent: https, or http on loopback. */
export function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, search, hash, username, password } = new URL(text)
  if (search || hash || username || password) return false
  return protocol === 'https:' || (protocol === 'http:' && loopbackName.test(hostname.replace(/^\[|\]$/g, '')))
}

/** The same with nothing after the host. */
export function isSafeOrigin(text: string): boolean {
  return isSafeUrl(text) && new URL(text).pathname === '/'
}
