import { type ProviderOptions, startProvider } from '@goalkeeper/sandbox/provider'
import { createBrowser, type Reply } from './browser.ts'
import { freePort } from './free-port.ts'
import { startBff, type StartOptions } from './start-bff.ts'

const visit = { accept: 'text/html' }

/** The real bff with people who sign in at a real provider. */
export async function startWithProvider({ people, ...options }: StartOptions & Pick<ProviderOptions, 'people'> = {}) {
  const port = await freePort()
  const publicUrl = `http://127.0.0.1:${port}`
  const client = { clientId: 'goalkeeper', clientSecret: 'the-secret-of-a-test' }
  const provider = await startProvider({
    ...client,
    ...(people && { people }),
    redirectUris: [`${publicUrl}/sign-in/return`],
    postLogoutRedirectUris: [`${publicUrl}/signed-out`],
  })
  const bff = await startBff({
    sandbox: { goals: 20 },
    ...options,
    env: {
      PORT: String(port),
      PUBLIC_URL: publicUrl,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: client.clientId,
      OIDC_CLIENT_SECRET: client.clientSecret,
      OIDC_ROLE_CLAIM: 'groups',
      ROLE_MAP: 'gk-admins=admin,gk-operators=operator,gk-editors=editor,gk-viewers=viewer',
      ...options.env,
    },
  })
  const stop = async () => {
    await bff.stop()
    await provider.stop()
  }
  return { bff, provider, publicUrl, stop }
}
export type WithProvider = Awaited<ReturnType<typeof startWithProvider>>

/** A browser at the bff and at the provider. `signIn` goes the whole way; `setOut` stops before it comes back. */
export function createVisitor({ publicUrl, provider }: WithProvider) {
  const here = createBrowser(publicUrl)
  const there = createBrowser(provider.issuer)

  /** Gives the address at which the provider sends the browser back. */
  async function setOut(who: string | null, path = '/sign-in'): Promise<string> {
    let next = locationOf(await here.get(path, visit))
    while (!next.startsWith(`${publicUrl}/`)) {
      const { pathname, search, href } = new URL(next, provider.issuer)
      const isLogin = pathname.startsWith('/interaction/')
      const form = { method: 'POST', body: who === null ? 'leave=1' : `sub=${who}` }
      const type = { 'content-type': 'application/x-www-form-urlencoded' }
      const reply = await there.send(pathname + search, isLogin ? { ...form, headers: type } : {})
      next = new URL(locationOf(reply), href).href
    }
    return next.slice(publicUrl.length)
  }
  const comeBack = (path: string): Promise<Reply> => here.get(path, { ...visit, 'sec-fetch-site': 'cross-site' })
  const signIn = async (who: string | null, path?: string) => comeBack(await setOut(who, path))
  return { ...here, there, setOut, comeBack, signIn }
}

function locationOf(reply: Reply): string {
  const location = reply.headers.get('location')
  if (location === null) throw new Error(`No redirect but ${reply.status}: ${reply.text}`)
  return location
}
