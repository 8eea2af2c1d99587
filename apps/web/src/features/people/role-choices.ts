import type { Person } from '@goalkeeper/contract/people'
import { roles, type Role } from '@goalkeeper/contract/policy'

type Given = Pick<Person, 'role' | 'roleFrom'>

/** Stands for whatever is so when no admin has given a role. */
const notGiven = ''

/** What can be chosen as somebody's role: what they have without an admin's word first, then each role by an admin. */
export function roleChoices(given: Given): { value: string; label: string }[] {
  return [
    { value: notGiven, label: withoutUs(given) },
    ...roles.map((role) => ({ value: role, label: given.roleFrom === 'admin' ? `${role}, by an admin` : role })),
  ]
}

export const choiceOfRole = ({ role, roleFrom }: Given) => (roleFrom === 'admin' && role !== null ? role : notGiven)

export const roleOfChoice = (choice: string): Role | null => roles.find((role) => role === choice) ?? null

function withoutUs({ role, roleFrom }: Given): string {
  switch (roleFrom) {
    case 'claim':
      return `${role ?? 'no role'}, by provider`
    case 'configuration':
      return `${role ?? 'no role'}, by configuration`
    case 'nobody':
      return role === null ? 'no role yet' : `${role}, like everyone`
    case 'admin':
      return 'what your provider says'
  }
}
