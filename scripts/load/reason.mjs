/** Why a request failed, in a few words, from its reply or its error. */
export function reasonOf(reply) {
  if (reply instanceof Error) return reply.code ?? reply.message
  const problem = problemOf(reply)
  return `${reply.status} ${problem ? `${problem.code} (${problem.detail})` : 'by the balancer'}`
}

/** What Goalkeeper itself says of a failure; null when somebody else answered. */
export function problemOf({ text }) {
  try {
    const problem = JSON.parse(text)
    return typeof problem.code === 'string' ? problem : null
  } catch {
    return null
  }
}
