import { z } from 'zod'

const text = z.string().nullish().catch(null)

const answerBodySchema = z.looseObject({
  result: z.boolean().nullish(),
  data: z.unknown().optional(),
  errorCode: z
    .union([z.string(), z.int().transform(String)])
    .nullish()
    .catch(null),
  errorDesc: text,
  message: text,
  localizedErrorDesc: text,
  localizedMessage: text,
  requestId: text,
  exception: text,
  title: text,
  detail: text,
})

/**
 * Every form of body as one: the envelope of the gateway and of the APIs (result, errorCode, errorDesc, message, data), the
 * Spring body of a csgoal fault (exception, message), and object-not-found (title, detail). Reference 1.3, 1.4, 2.5, 6.2.
 */
export type AnswerBody = z.output<typeof answerBodySchema>

/** The body of an answer, or null where it is not a JSON object: a web page, a reply cut short, nothing. */
export function parseAnswerBody(json: string): AnswerBody | null {
  try {
    return answerBodySchema.parse(JSON.parse(json))
  } catch {
    return null
  }
}

/** The code of a failure, such as 8010, GS_APIG_2401 or OBJECT_NOT_FOUND. Anything but a short word is none. */
export function codeIn(body: AnswerBody | null): string | null {
  const code = body?.errorCode ?? body?.title
  return code && /^\w{1,64}$/.test(code) ? code : null
}

/** What the tenant says in words, without the request id that it appends and the class name that it may put in front. */
export function textsIn(body: AnswerBody | null): string[] {
  if (!body) return []
  const texts = [body.errorDesc, body.message, body.localizedErrorDesc, body.localizedMessage, body.detail]
  return texts.flatMap((each) => {
    const withoutId = body.requestId ? each?.replaceAll(body.requestId, '') : each
    return withoutId?.replace(/^(?:[\w$]+\.)+[\w$]+:\s*/, '').trim() || []
  })
}
