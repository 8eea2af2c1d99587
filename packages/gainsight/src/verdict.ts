import { codeIn, textsIn, type AnswerBody } from './answer-body.ts'
import { outcomeWhenLost, outcomeWhenTurnedAway, type Effect, type Failure } from './error.ts'
import { findRefusal } from './refusals.ts'

/** What a failed answer means, with a sentence on it for people. */
export type Verdict = Pick<Failure, 'kind' | 'outcome' | 'fields'> & { message: string }

type FailedAnswer = { status: number; contentType: string | null; body: AnswerBody | null }

/** Judges an answer that is no success. Whatever nobody knows the meaning of leaves a write unknown. */
export function judge(answer: FailedAnswer, effect: Effect): Verdict {
  return turnedAway(answer, effect) ?? knownRefusal(answer) ?? unexplained(answer, effect)
}

/** What the tenant's gateway answers itself: the call never got as far as the data (reference 1.4). */
function turnedAway({ status, body }: FailedAnswer, effect: Effect): Verdict | null {
  const code = codeIn(body)
  if (status === 429 || code === 'GU_2400') {
    const message = 'Gainsight takes no more calls for now: the limit of the access key is used up.'
    return { message, kind: 'throttled', outcome: outcomeWhenTurnedAway(effect) }
  }
  if (code === 'GS_APIG_2402') {
    const message = "Gainsight does not take calls from this server's address: its admin has to allow it."
    return { message, kind: 'unauthorized', outcome: 'not-applied' }
  }
  if (status === 401 || status === 403 || code === 'GS_APIG_2401' || code === 'GSOBJ_1024') {
    return { message: 'Gainsight does not accept the access key.', kind: 'unauthorized', outcome: 'not-applied' }
  }
  if (code === 'GS_APIG_1000') {
    return { message: 'This tenant of Gainsight does not offer the call.', kind: 'refused', outcome: 'not-applied' }
  }
  return null
}

function knownRefusal({ body }: FailedAnswer): Verdict | null {
  const texts = textsIn(body)
  const refusal = findRefusal(codeIn(body), texts)
  if (!refusal) return null
  const quote = texts.find(isFitForPeople)
  const message = quote ? `${refusal.message} It says: “${quote}”.` : refusal.message
  return { message, kind: 'refused', outcome: 'not-applied', fields: refusal.fields }
}

/** A sentence: no code, class name, stack or markup. */
function isFitForPeople(text: string): boolean {
  return text.length <= 300 && /[a-z] /.test(text) && !/[<>{}\n]|Exception|\bat [\w.$]+\(/.test(text)
}

function unexplained(answer: FailedAnswer, effect: Effect): Verdict {
  const { status, contentType, body } = answer
  const code = codeIn(body)
  const about = code ? `HTTP ${status}, ${code}` : `HTTP ${status}`
  if (effect === 'read' && wouldFailAgain(answer)) {
    return { message: `Gainsight refused the request (${about}).`, kind: 'refused', outcome: 'not-applied' }
  }
  const what = contentType?.includes('html') ? 'a web page in place of data' : 'something that is not its data'
  const message = body
    ? `Gainsight failed and does not say why (${about}).`
    : `Gainsight answered with ${what} (${about}).`
  return { message, kind: 'broken', outcome: outcomeWhenLost(effect) }
}

/** A read that is at fault itself, also where the tenant tells so as a server error of its own (reference 2.5). */
function wouldFailAgain({ status, body }: FailedAnswer): boolean {
  const isValidation =
    /^(GSOBJ|COCKPIT|OBJECT)_/.test(codeIn(body) ?? '') || body?.exception?.endsWith('CSGoalException')
  return isValidation || (status >= 400 && status < 500)
}
