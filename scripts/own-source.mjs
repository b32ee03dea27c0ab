import { registerHooks } from 'node:module'

// `--conditions=source` is meant for the packages of this repository. Others publish TypeScript under that name too, and
// Node does not strip types below node_modules.
const isOurs = (specifier) => /^(?:[./#]|@threadwork\/|file:|node:)/u.test(specifier)

registerHooks({
  resolve: (specifier, context, next) =>
    next(
      specifier,
      isOurs(specifier)
        ? context
        : { ...context, conditions: context.conditions.filter((condition) => condition !== 'source') },
    ),
})
