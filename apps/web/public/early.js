// Runs before the program has come, and asks for what its first screen needs: so the answers travel beside the scripts. Each is taken once,
// by src/shared/api/early-answers.ts.
{
  const isList = location.pathname === '/' || location.pathname.startsWith('/goals')
  const ofList = ['/api/fields', '/api/statuses', '/api/views', '/api/me/layout']
  const init = {
    headers: { accept: 'application/json', 'x-requested-with': 'goalkeeper' },
    credentials: 'same-origin',
    redirect: 'error',
  }
  const ask = (path) => {
    const answer = fetch(path, init)
    // Whoever takes it is told.
    answer.catch(() => undefined)
    return [path, answer]
  }
  globalThis.earlyAnswers = new Map(['/api/me', ...(isList ? ofList : [])].map(ask))
}
