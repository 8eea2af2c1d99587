import * as texts from '@goalkeeper/texts/server/sign-in'
import { type Request, Router } from 'express'
import type { Database } from '#bff/database/connect.ts'
import type { ProxySignIn } from '#bff/sign-in-config.ts'
import { admit, type Entrance } from './entrance.ts'
import { sendPage } from './pages.ts'
import { findPerson, type Introduction, storeArrival, type StoredPerson } from './person-store.ts'
import { greatestRole } from './roles.ts'

/** That somebody was here is noted no more often than this. */
const noteEveryMs = 60_000

type Parts = {
  database: Database
  signIn: ProxySignIn
  isTrusted: (request: Request) => boolean
  now: () => number
}

/** A reverse proxy signs people in and names them with every request: there is no session of ours to begin or end. */
export function createProxyEntrance({ database, signIn, isTrusted, now }: Parts): Entrance {
  /** What the proxy says of somebody. From any other address, the same headers are anybody's claim. */
  function introduction(request: Request): Introduction | null {
    if (!isTrusted(request)) return null
    const { headers } = signIn
    const subject = valueOf(request, headers.user)
    if (subject === null) return null
    const email = headers.email === null ? null : valueOf(request, headers.email)
    const words = headers.role === null ? null : valueOf(request, headers.role)
    return {
      issuer: 'proxy',
      subject,
      name: (headers.name === null ? null : valueOf(request, headers.name)) ?? subject,
      email: email ?? (subject.includes('@') ? subject : null),
      claimed_role: greatestRole(words?.split(',').map((word) => word.trim()) ?? [], signIn.roleMap),
    }
  }

  return {
    issuer: 'proxy',
    async recognise(request) {
      const said = introduction(request)
      if (!said) return null
      const known = await findPerson(database, said)
      const person = known && isFresh(known, said, now()) ? known : await storeArrival(database, said, now())
      return admit(person, `proxy:${person.id}`, signIn)
    },
    turnAway: (request, response) =>
      sendPage(request, response, {
        status: 401,
        heading: texts.goalkeeperDoesNotKnowWhoYou,
        sentence: texts.openItAtTheAddressThat,
      }),
    sentence: texts.nobodyIsNamedHereRequestsHave,
    routes: Router(),
    leave: async () => null,
  }
}

/** The value of a header that came once. One that came twice may be somebody's own beside the proxy's. */
function valueOf({ headersDistinct }: Request, name: string): string | null {
  const values = headersDistinct[name] ?? []
  const [value = ''] = values
  // Node reads headers as Latin-1, and names are sent in UTF-8.
  const text = Buffer.from(value, 'latin1').toString('utf8').trim()
  return values.length === 1 && text !== '' && text.length <= 4000 ? text : null
}

function isFresh(known: StoredPerson, said: Introduction, now: number): boolean {
  const { name, email, claimed_role } = said
  const isSame = known.name === name && known.email === email && known.claimed_role === claimed_role
  return isSame && now - known.last_seen_at < noteEveryMs
}
