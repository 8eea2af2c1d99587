import * as texts from '@goalkeeper/texts/server/sign-in'
import * as oidc from 'openid-client'
import { z } from 'zod'
import { AppError } from '#bff/http/app-error.ts'
import type { ProviderSignIn } from '#bff/sign-in-config.ts'
import type { Introduction } from './person-store.ts'
import { greatestRole } from './roles.ts'

export type Provider = ReturnType<typeof createProvider>
/** What has to be remembered of a sign-in until the browser comes back. */
export type Journey = { state: string; nonce: string; verifier: string }

const patienceSeconds = 10

const claimsSchema = z.looseObject({
  sub: z.string(),
  name: z.string().optional().catch(undefined),
  preferred_username: z.string().optional().catch(undefined),
  email: z.string().optional().catch(undefined),
  email_verified: z.union([z.boolean(), z.string()]).optional().catch(undefined),
})

/** The company's own sign-in, by OpenID Connect with a code and PKCE. */
export function createProvider(signIn: ProviderSignIn, publicUrl: string) {
  const returnUrl = `${publicUrl}/sign-in/return`
  let discovering: Promise<oidc.Configuration> | null = null

  /**
   * What the provider says of itself. It is asked each time, so that addresses and keys that it has changed hold at once;
   * several sign-ins at one time ask once.
   */
  function discover(): Promise<oidc.Configuration> {
    discovering ??= ask().finally(() => (discovering = null))
    return discovering
  }

  async function ask(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = signIn
    const isPlain = issuer.startsWith('http:')
    try {
      return await oidc.discovery(new URL(issuer), clientId, undefined, secretAs(clientSecret), {
        timeout: patienceSeconds,
        // Without it the library trusts the connection alone, and leaves the signature of the ID token unchecked.
        execute: [oidc.enableNonRepudiationChecks, ...(isPlain ? [oidc.allowInsecureRequests] : [])],
      })
    } catch (error) {
      throw new AppError('sign-in-broken', texts.theSignInProviderCannotBe, { cause: error })
    }
  }

  /** Where a browser goes to sign in. */
  async function begin(journey: Journey): Promise<string> {
    const config = await discover()
    const url = oidc.buildAuthorizationUrl(config, {
      redirect_uri: returnUrl,
      scope: 'openid profile email',
      state: journey.state,
      nonce: journey.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(journey.verifier),
      code_challenge_method: 'S256',
    })
    return url.href
  }

  /** Who came back, from the query that the provider sent them with. */
  async function finish(query: string, journey: Journey): Promise<{ person: Introduction; idToken: string }> {
    const config = await discover()
    try {
      const tokens = await oidc.authorizationCodeGrant(config, new URL(`${returnUrl}${query}`), {
        expectedState: journey.state,
        expectedNonce: journey.nonce,
        pkceCodeVerifier: journey.verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims || tokens.id_token === undefined) throw new Error('The provider sent no ID token.')
      const more = config.serverMetadata().userinfo_endpoint
        ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
        : {}
      return { person: introduction({ ...more, ...claims }), idToken: tokens.id_token }
    } catch (error) {
      throw refusalOf(error)
    }
  }

  function introduction(given: Record<string, unknown>): Introduction {
    const claims = claimsSchema.parse(given)
    // An address that the provider has not verified may be somebody else's.
    const isDoubtful = claims.email_verified === false || claims.email_verified === 'false'
    const email = isDoubtful ? null : (claims.email ?? null)
    const words = signIn.roleClaim === null ? [] : [claims[signIn.roleClaim]].flat()
    return {
      issuer: signIn.issuer,
      subject: claims.sub,
      name: claims.name || claims.preferred_username || claims.email || claims.sub,
      email,
      claimed_role: greatestRole(
        words.filter((word) => typeof word === 'string'),
        signIn.roleMap,
      ),
    }
  }

  /** Where a browser goes to end the provider's own session; null when it has no such address, or does not answer. */
  async function end(idToken: string | null): Promise<string | null> {
    try {
      const config = await discover()
      if (!config.serverMetadata().end_session_endpoint) return null
      const url = oidc.buildEndSessionUrl(config, {
        post_logout_redirect_uri: `${publicUrl}/signed-out`,
        ...(idToken !== null && { id_token_hint: idToken }),
      })
      return url.href
    } catch {
      return null
    }
  }

  return { begin, finish, end }
}

/** By the header, which every provider has to take, unless this one says that it takes the secret in the form only. */
function secretAs(secret: string): oidc.ClientAuth {
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)]
  return (server, ...rest) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return (taken.includes('client_secret_basic') ? basic : post)(server, ...rest)
  }
}

function refusalOf(error: unknown): AppError {
  if (error instanceof oidc.AuthorizationResponseError) {
    if (error.error === 'access_denied') {
      return new AppError('forbidden', texts.theSignInProviderHasNot, { cause: error })
    }
    return new AppError('sign-in-broken', texts.theSignInProviderCouldNot, { cause: error })
  }
  return new AppError('sign-in-broken', texts.whatTheSignInProviderAnswered, {
    cause: error,
  })
}
