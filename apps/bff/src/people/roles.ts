import type { Person } from '@goalkeeper/contract/people'
import { type Role, roles } from '@goalkeeper/contract/policy'
import type { SignIn } from '#bff/sign-in-config.ts'
import type { StoredPerson } from './person-store.ts'

/** The role that somebody has now, and who gave it: the configuration before an admin, an admin before the provider. */
export function roleOf(person: StoredPerson, signIn: SignIn): Pick<Person, 'role' | 'roleFrom'> {
  if (signIn.kind === 'open' || signIn.kind === 'launch-link') return { role: 'admin', roleFrom: 'configuration' }
  if (isFirstAdmin(person, signIn.firstAdmin)) return { role: 'admin', roleFrom: 'configuration' }
  if (person.role !== null) return { role: person.role, roleFrom: 'admin' }
  if (person.claimed_role !== null) return { role: person.claimed_role, roleFrom: 'claim' }
  return { role: signIn.defaultRole, roleFrom: 'nobody' }
}

function isFirstAdmin({ subject, email }: StoredPerson, firstAdmin: string | null): boolean {
  if (firstAdmin === null) return false
  return subject === firstAdmin || email?.toLowerCase() === firstAdmin.toLowerCase()
}

/** The greatest role that the words of somebody else stand for. */
export function greatestRole(words: readonly string[], roleMap: Readonly<Record<string, Role>>): Role | null {
  const named = words.flatMap((word) => (Object.hasOwn(roleMap, word) ? [roleMap[word]] : []))
  return roles.findLast((role) => named.includes(role)) ?? null
}
