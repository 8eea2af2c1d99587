/** Runs jobs one after the other: each may take much memory. */
export function createTurns() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(job: () => Promise<T>): Promise<T> => {
    const run = last.then(job, job)
    last = run.catch(() => undefined)
    return run
  }
}
