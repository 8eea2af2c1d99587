import type { ProviderPerson } from './people.ts'

/** The login page: one button for each person, one for leaving. No password: whoever tries it out may be anyone. */
export function loginPage(uid: string, people: readonly ProviderPerson[]): string {
  const buttons = people.map(({ sub, name }) => button('sub', sub, name))
  return page(
    'Who are you?',
    `<form method="post" action="/interaction/${uid}">${buttons.join('')}<p>${button('leave', '1', 'Nobody')}</p></form>`,
  )
}

/** Asks nobody whether they mean to leave: the form that ends the session sends itself. */
export function logoutPage(form: string): string {
  // A form that sends itself leaves its buttons out, and without their answer the session here would go on.
  const yes = '<input type="hidden" name="logout" value="yes" form="op.logoutForm">'
  return page('Signing out', `${form}${yes}<script>document.forms[0].submit()</script>`)
}

const button = (name: string, value: string, words: string) =>
  `<button name="${escape(name)}" value="${escape(value)}">${escape(words)}</button> `

const page = (heading: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${heading}</title></head><body><h1>${heading}</h1>${body}</body></html>`

const escape = (text: string) => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
