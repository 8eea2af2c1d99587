import { generateKeyPairSync, type JsonWebKey, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type Configuration, Provider } from 'oidc-provider'
import { loginPage, logoutPage } from './login-page.ts'
import { defaultPeople, type ProviderPerson } from './people.ts'

export type ProviderOptions = {
  /** 0 or none: a free one. */
  port?: number
  people?: ProviderPerson[]
  redirectUris: string[]
  postLogoutRedirectUris: string[]
  clientId: string
  clientSecret: string
}
export type RunningProvider = Awaited<ReturnType<typeof startProvider>>

/** A provider of OpenID Connect on loopback, at which people sign in by a click on their name. */
export async function startProvider({ port = 0, people = [...defaultPeople], ...client }: ProviderOptions) {
  let answer: RequestListener = (_request, response) => response.writeHead(503).end()
  const server = createServer((request, response) => answer(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const cookieKey = randomUUID()
  const build = (key: JsonWebKey) => new Provider(issuer, configurationOf(client, people, [key], cookieKey))
  /** What it lies about: a nonce of its own, or keys that it has published before. */
  const lies = { nonce: false, keys: null as string | null }

  let key = newKey()
  let provider = build(key)
  let callback = provider.callback()
  answer = (request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    if (url.pathname.startsWith('/interaction/')) return void interact(provider, people, request, response)
    if (url.pathname === '/jwks' && lies.keys !== null) {
      return void response.setHeader('content-type', 'application/json').end(lies.keys)
    }
    if (url.pathname === '/auth' && lies.nonce) {
      url.searchParams.set('nonce', 'another')
      request.url = url.pathname + url.search
    }
    return void callback(request, response)
  }

  return {
    issuer,
    people,
    lies,
    /** From now on it signs with another key, and says so unless it lies. */
    rotateKeys({ published = true }: { published?: boolean } = {}) {
      lies.keys = published ? null : JSON.stringify({ keys: [publicPart(key)] })
      key = newKey()
      provider = build(key)
      callback = provider.callback()
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Shows the people, and signs in the one who was picked. */
async function interact(
  provider: Provider,
  people: readonly ProviderPerson[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const { uid } = await provider.interactionDetails(request, response)
    if (request.method !== 'POST') {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(loginPage(uid, people))
      return
    }
    const accountId = new URLSearchParams(await text(request)).get('sub')
    const result =
      accountId === null
        ? { error: 'access_denied', error_description: 'Nobody was picked.' }
        : { login: { accountId } }
    await provider.interactionFinished(request, response, result)
  } catch {
    response.writeHead(400).end('This sign-in is not known, or not any more.')
  }
}

function configurationOf(
  client: Omit<ProviderOptions, 'port' | 'people'>,
  people: readonly ProviderPerson[],
  keys: JsonWebKey[],
  cookieKey: string,
): Configuration {
  return {
    jwks: { keys } as NonNullable<Configuration['jwks']>,
    cookies: { keys: [cookieKey] },
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: client.redirectUris,
        post_logout_redirect_uris: client.postLogoutRedirectUris,
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    findAccount: (_context, id) => {
      const person = people.find(({ sub }) => sub === id)
      return person && { accountId: id, claims: () => ({ ...person }) }
    },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    // Everyone agrees to tell the one client who they are.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: client.clientId,
        ...(oidc.session?.accountId !== undefined && { accountId: oidc.session.accountId }),
      })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = logoutPage(form)
        },
      },
    },
    ttl: { Session: 3600, Interaction: 600, Grant: 3600, AccessToken: 600, IdToken: 600 },
  }
}

function newKey(): JsonWebKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' }
}

const publicPart = ({ kty, n, e, kid, use, alg }: JsonWebKey) => ({ kty, n, e, kid, use, alg })
