import type { Request, Response } from 'express'
import { styleNonceOf } from '#bff/http/security-headers.ts'

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto 0;padding:0 1rem}h1{font-size:1.25rem;margin:0}'

type Page = {
  status?: number
  heading: string
  /** A sentence below the heading. */
  sentence?: string
  link?: { to: string; words: string }
  /** Goes on by itself, as a visit from our own page: with it come cookies that a visit from another site is without. */
  goOnTo?: string
  script?: string
}

/** Sends a page that needs nothing of the web app. Texts and addresses are escaped here. */
export function sendPage(
  request: Request,
  response: Response,
  { status = 200, heading, sentence, link, goOnTo, script }: Page,
): void {
  const head = [
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light dark"><title>Goalkeeper</title>',
    `<style nonce="${styleNonceOf(request)}">${style}</style>`,
    goOnTo === undefined ? '' : `<meta http-equiv="refresh" content="0;url=${escape(goOnTo)}">`,
    script === undefined ? '' : `<script src="${escape(script)}"></script>`,
  ]
  const body = [
    `<h1>${escape(heading)}</h1>`,
    sentence === undefined ? '' : `<p>${escape(sentence)}</p>`,
    link === undefined ? '' : `<p><a href="${escape(link.to)}">${escape(link.words)}</a></p>`,
  ]
  response
    .status(status)
    .type('html')
    .send(
      `<!doctype html><html lang="en"><head>${head.join('')}</head><body><main>${body.join('')}</main></body></html>\n`,
    )
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string) => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)
