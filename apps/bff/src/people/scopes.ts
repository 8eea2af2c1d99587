import * as texts from '@goalkeeper/texts/server/people'
import type { Field } from '@goalkeeper/contract/catalogue'
import { checkFilter } from '@goalkeeper/filter/check'
import { filterSentence } from '@goalkeeper/filter/sentence'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { AppError } from '#bff/http/app-error.ts'

/** What an admin may let somebody see, as a filter over the fields of goals. */
export type Scopes = ReturnType<typeof createScopes>

export function createScopes(fields: () => Promise<Field[]>) {
  return {
    /** Throws an AppError (`invalid`) for a filter that could not be run: nobody would see a goal by it. */
    async check(scope: FilterTree | null | undefined): Promise<void> {
      const [problem] = scope ? checkFilter(scope, await fields()) : []
      if (problem) throw new AppError('invalid', problem.sentence, { fields: { scope: problem.sentence } })
    },
    /** "all goals", "the goals whose CSM user is me". */
    async words(scope: FilterTree | null): Promise<string> {
      return scope ? texts.theGoalsWhose(filterSentence(scope, { fields: await fields() })) : texts.allGoals
    },
  }
}
