import * as texts from '@goalkeeper/texts/server/web-app'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { type Request, type RequestHandler, type Response, Router } from 'express'
import { AppError } from '#bff/http/app-error.ts'
import { isPageVisit } from '#bff/http/guards.ts'
import { styleNonceOf } from '#bff/http/security-headers.ts'
import { type Asset, listAssets } from './assets.ts'

/**
 * Serves the built web app. Its page answers every visit that no file and no route answers, for the addresses of its screens are its own.
 * `folder` is read once: a new build needs a new start.
 */
export async function createWebApp(folder: string): Promise<RequestHandler> {
  const assets = await listAssets(folder)
  const page = assets.has('/index.html') ? await readFile(join(folder, 'index.html'), 'utf8') : null

  return Router().use((request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next()
    const asset = assets.get(request.path)
    if (asset && request.path !== '/index.html') return sendAsset(request, response, asset)
    if (!isPageVisit(request) && request.path !== '/') return next()
    if (page === null) throw new AppError('not-ready', texts.theWebAppHasNotBeen)
    sendPage(request, response, page)
  })
}

/** The page carries the nonce with which its styles are let through, so it is different each time. */
function sendPage(request: Request, response: Response, page: string): void {
  const nonce = `<meta property="csp-nonce" nonce="${styleNonceOf(request)}" />`
  response.type('html').send(page.replace('<head>', `<head>${nonce}`))
}

function sendAsset(request: Request, response: Response, asset: Asset): void {
  const encoding = bestEncoding(request.get('accept-encoding') ?? '', [...asset.encodings.keys()])
  // A name with a hash in it never holds anything else; other files are asked for again.
  response.setHeader('cache-control', asset.hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
  if (asset.encodings.size > 0) response.vary('accept-encoding')
  if (encoding !== 'identity') response.setHeader('content-encoding', encoding)
  response.type(extname(request.path))
  response.sendFile(asset.encodings.get(encoding) ?? asset.file, { cacheControl: false })
}

/**
 * The form to send: the one that is asked for most, and of several asked for alike the first in our own order.
 * Browsers name gzip before br and mean nothing by it.
 */
function bestEncoding(accepted: string, available: string[]): string {
  const quality = (encoding: string) => {
    const asked = accepted.split(',').find((each) => each.split(';')[0]?.trim() === encoding)
    return asked === undefined ? 0 : Number(/;\s*q=([\d.]+)/.exec(asked)?.[1] ?? 1)
  }
  const best = available.reduce((better, each) => (quality(each) > quality(better) ? each : better), available[0] ?? '')
  return quality(best) > 0 ? best : 'identity'
}
