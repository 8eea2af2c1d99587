import type { RequestHandler } from 'express'

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

/**
 * Lets only programs on this machine control the sandbox: a web page cannot send the header without asking first, always sends an
 * `Origin`, and one that had its name rebound to this machine sends a foreign `Host`.
 */
export const guardControl: RequestHandler = (req, res, next) => {
  const isAllowed =
    req.get('x-sandbox-control') === '1' && loopback.test(req.get('host') ?? '') && req.get('origin') === undefined
  if (isAllowed) return next()
  res
    .status(403)
    .json({ error: 'A control request needs the header X-Sandbox-Control: 1, a loopback Host and no Origin.' })
}
