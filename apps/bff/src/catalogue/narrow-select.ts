import { GainsightError } from '@goalkeeper/gainsight/error'

type Narrowed<T> = { result: T; refused: string[] }

/**
 * Runs a call with as many of the optional fields as the tenant lets be selected. A refusal names the field, as a rule;
 * where it does not, each is tried alone. A refusal that is about something else is thrown.
 */
export async function narrowSelect<T>(
  fields: { required: readonly string[]; optional: readonly string[] },
  run: (select: string[]) => Promise<T>,
): Promise<Narrowed<T>> {
  const refused: string[] = []
  for (;;) {
    const optional = fields.optional.filter((name) => !refused.includes(name))
    try {
      return { result: await run([...fields.required, ...optional]), refused }
    } catch (error) {
      if (!isRefusal(error) || optional.length === 0) throw error
      const named = optional.filter((name) => isNamedIn(error, name))
      const culprits = named.length > 0 ? named : await refusedAlone(fields.required, optional, run)
      if (culprits.length === 0) throw error
      refused.push(...culprits)
    }
  }
}

export const isRefusal = (error: unknown): error is GainsightError =>
  error instanceof GainsightError && error.kind === 'refused'

function isNamedIn(refusal: GainsightError, name: string): boolean {
  const words = `${refusal.message} ${Object.keys(refusal.fields).join(' ')}`.split(/[^\w.]+/)
  return words.some((word) => word.replace(/\.$/, '') === name)
}

async function refusedAlone(
  required: readonly string[],
  optional: readonly string[],
  run: (select: string[]) => Promise<unknown>,
): Promise<string[]> {
  // When this is refused as well, no field of ours is at fault.
  await run([...required])
  const refused: string[] = []
  for (const name of optional) {
    try {
      await run([...required, name])
    } catch (error) {
      if (!isRefusal(error)) throw error
      refused.push(name)
    }
  }
  return refused
}
