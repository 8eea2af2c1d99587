// Apart from the calls of imports, so that a page can name one in its address without the script of all their schemas.

/** What a row comes to. ambiguous: several goals or parents match, and a person has to say which. */
export const importOutcomes = ['create', 'update', 'unchanged', 'ambiguous', 'invalid'] as const
