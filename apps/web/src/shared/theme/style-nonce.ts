/** With this nonce the server's content security policy lets style elements through; empty where the page was served without one. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}

declare global {
  /** Where react-remove-scroll, which holds the page still behind a dialog, looks for the nonce. */
  var __webpack_nonce__: string | undefined
}

globalThis.__webpack_nonce__ = styleNonce()
