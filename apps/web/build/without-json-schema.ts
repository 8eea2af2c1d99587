import type { Plugin } from 'vite'

const unused = /\/zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/

/**
 * Every schema of zod can print itself as JSON Schema, which the bff does for its OpenAPI and no page ever does: 4.5 KB of script less before the
 * first rows. Should zod name these files otherwise, they are back, and the budget of scripts says so.
 */
export function withoutJsonSchema(): Plugin {
  return {
    name: 'without-json-schema',
    apply: 'build',
    transform: {
      filter: { id: unused },
      handler(code) {
        const names = [...code.matchAll(/^export (?:const|function|let|class) (\w+)/gm)].map(([, name]) => name)
        const bodies = names.map((name) => `export const ${name} = () => undefined`)
        return { code: bodies.join('\n'), map: null }
      },
    },
  }
}
