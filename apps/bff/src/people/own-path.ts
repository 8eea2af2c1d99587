const longestPath = 2000

/** The address as a path of ours; what is anywhere else, or nowhere, becomes the first page. */
export function ownPath(given: unknown, publicUrl: string): string {
  if (typeof given !== 'string' || given.length > longestPath || !given.startsWith('/')) return '/'
  if (!URL.canParse(given, publicUrl)) return '/'
  const { origin, pathname, search, hash } = new URL(given, publicUrl)
  // A browser takes two slashes for the name of another host, and `/.//evil.example` resolves to them.
  const isOurs = origin === publicUrl && !/^\/[/\\]/.test(pathname) && !/^\/sign-in(\/|$)/i.test(pathname)
  return isOurs ? pathname + search + hash : '/'
}
