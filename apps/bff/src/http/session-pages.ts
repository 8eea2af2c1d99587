import type { Request } from 'express'

/** Goes on to the app by itself, as a visit from our own page: after a redirect, a link on another site would arrive without its new SameSite=Strict cookie. */
export const launchedPage = page(
  '<meta http-equiv="refresh" content="0;url=/">',
  '<p>Opening <a href="/">Goalkeeper</a>…</p>',
)

/** Told to a browser without a session. A visit that another site's link began is tried once more from here, for only now the browser sends the cookie. */
export function lockedPage(request: Request): string {
  const again = request.headers['sec-fetch-site'] === 'cross-site' ? '<meta http-equiv="refresh" content="0">' : ''
  return page(
    again,
    '<h1>Goalkeeper is locked</h1><p>Open the launch link that Goalkeeper printed when it started.</p>',
  )
}

function page(head: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Goalkeeper</title>${head}</head><body>${body}</body></html>\n`
}
