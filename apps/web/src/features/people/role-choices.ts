import * as texts from '@goalkeeper/texts/people'
import type { Person } from '@goalkeeper/contract/people'
import { roles, type Role } from '@goalkeeper/contract/policy'

type Given = Pick<Person, 'role' | 'roleFrom'>

/** Stands for whatever is so when no admin has given a role. */
const notGiven = ''

/** What can be chosen as somebody's role: what they have without an admin's word first, then each role by an admin. */
export function roleChoices(given: Given): { value: string; label: string }[] {
  return [
    { value: notGiven, label: withoutUs(given) },
    ...roles.map((role) => ({ value: role, label: given.roleFrom === 'admin' ? texts.byAnAdmin(role) : role })),
  ]
}

export const choiceOfRole = ({ role, roleFrom }: Given) => (roleFrom === 'admin' && role !== null ? role : notGiven)

export const roleOfChoice = (choice: string): Role | null => roles.find((role) => role === choice) ?? null

function withoutUs({ role, roleFrom }: Given): string {
  switch (roleFrom) {
    case 'claim':
      return texts.byProvider(role)
    case 'configuration':
      return texts.byConfiguration(role)
    case 'nobody':
      return role === null ? texts.noRoleYet : texts.likeEveryone(role)
    case 'admin':
      return texts.whatYourProviderSays
  }
}
