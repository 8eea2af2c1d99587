/** Somebody who can sign in at the provider. */
export type ProviderPerson = { sub: string; name: string; email: string; email_verified: boolean; groups: string[] }

const person = (name: string, groups: string[]): ProviderPerson => {
  const sub = name.toLowerCase().replace(' ', '.')
  return { sub, name, email: `${sub}@example.com`, email_verified: true, groups }
}

/** One for each role, and one whom nobody gave any. */
export const defaultPeople: ProviderPerson[] = [
  person('Ana Reyes', ['gk-admins']),
  person('Otto Lind', ['gk-operators']),
  person('Ben Okafor', ['gk-editors']),
  person('Vera Klein', ['gk-viewers']),
  person('Nora Moss', []),
]
