import * as says from '@goalkeeper/texts/gainsight-answers'
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
    const message = says.gainsightTakesNoMoreCallsFor
    return { message, kind: 'throttled', outcome: outcomeWhenTurnedAway(effect) }
  }
  if (code === 'GS_APIG_2402') {
    const message = says.gainsightDoesNotTakeCallsFrom
    return { message, kind: 'unauthorized', outcome: 'not-applied' }
  }
  if (status === 401 || status === 403 || code === 'GS_APIG_2401' || code === 'GSOBJ_1024') {
    return { message: says.gainsightDoesNotAcceptThe, kind: 'unauthorized', outcome: 'not-applied' }
  }
  if (code === 'GS_APIG_1000') {
    return { message: says.thisTenantOfGainsightDoesNot, kind: 'refused', outcome: 'not-applied' }
  }
  return null
}

function knownRefusal({ body }: FailedAnswer): Verdict | null {
  const texts = textsIn(body)
  const refusal = findRefusal(codeIn(body), texts)
  if (!refusal) return null
  const quote = texts.find(isFitForPeople)
  const message = quote ? says.itSays(refusal.message, quote) : refusal.message
  return { message, kind: 'refused', outcome: 'not-applied', fields: refusal.fields }
}

/** A sentence: no code, class name, stack or markup. */
function isFitForPeople(text: string): boolean {
  return text.length <= 300 && /[a-z] /.test(text) && !/[<>{}\n]|Exception|\bat [\w.$]+\(/.test(text)
}

function unexplained(answer: FailedAnswer, effect: Effect): Verdict {
  const { status, contentType, body } = answer
  const code = codeIn(body)
  const about = code ? says.httpWithCode(status, code) : says.httpAlone(status)
  if (effect === 'read' && wouldFailAgain(answer)) {
    return { message: says.gainsightRefusedTheRequest(about), kind: 'refused', outcome: 'not-applied' }
  }
  const what = contentType?.includes('html') ? says.aWebPageInPlaceOf : says.somethingThatIsNotItsData
  const message = body ? says.gainsightFailedAndDoesNotSay(about) : says.gainsightAnsweredWith(what, about)
  return { message, kind: 'broken', outcome: outcomeWhenLost(effect) }
}

/** A read that is at fault itself, also where the tenant tells so as a server error of its own (reference 2.5). */
function wouldFailAgain({ status, body }: FailedAnswer): boolean {
  const isValidation =
    /^(GSOBJ|COCKPIT|OBJECT)_/.test(codeIn(body) ?? '') || body?.exception?.endsWith('CSGoalException')
  return isValidation || (status >= 400 && status < 500)
}
