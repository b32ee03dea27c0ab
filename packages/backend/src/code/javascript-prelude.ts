/**
 * Runs inside QuickJS before the code of strangers, and keeps the intrinsics that it needs for itself. Its value is
 * `{parse, finish, describe, logs}`. The only global that it adds is a `console` that writes into a bounded list.
 */
export const javascriptPrelude = `'use strict';
(() => {
  const { parse, stringify } = JSON
  const { apply } = Reflect
  const { slice } = String.prototype
  const { push, join } = Array.prototype
  const text = String
  const Failure = Error
  const lines = []
  const limits = LIMITS

  const cut = (value, length) => apply(slice, text(value), [0, length])
  const show = (value) => {
    if (typeof value === 'string') return value
    try {
      const json = typeof value === 'object' && value !== null ? stringify(value) : undefined
      return json === undefined ? text(value) : json
    } catch {
      return '[unprintable]'
    }
  }
  const write = (...values) => {
    if (lines.length > limits.logLines) return
    if (lines.length === limits.logLines) {
      apply(push, lines, ['… more was printed'])
      return
    }
    const shown = []
    for (let at = 0; at < values.length; at += 1) apply(push, shown, [cut(show(values[at]), limits.logLength)])
    apply(push, lines, [cut(apply(join, shown, [' ']), limits.logLength)])
  }
  const console = { log: write, info: write, warn: write, error: write, debug: write }
  Object.defineProperty(globalThis, 'console', { value: Object.freeze(console) })

  const finish = (value) => {
    const json = stringify(value)
    if (json === undefined) return 'null'
    if (json.length > limits.outputLength) {
      throw new Failure('“main” returned ' + json.length + ' characters of JSON, and ' + limits.outputLength + ' is the most. Return less.')
    }
    return json
  }
  const part = (error, name) => {
    try {
      const value = error[name]
      return typeof value === 'string' ? cut(value, limits.errorLength * 2) : ''
    } catch {
      return ''
    }
  }
  const describe = (error) => {
    if (typeof error !== 'object' || error === null) return stringify({ name: '', message: cut(show(error), limits.errorLength), stack: '' })
    return stringify({ name: part(error, 'name'), message: part(error, 'message'), stack: part(error, 'stack') })
  }
  return { parse, finish, describe, logs: () => stringify(lines) }
})()`
