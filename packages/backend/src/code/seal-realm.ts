// What the interpreters still use once they are loaded. Everything else of the host is taken away.
const kept = new Set([
  'WebAssembly',
  'clearTimeout',
  'console',
  'crypto',
  'performance',
  'queueMicrotask',
  'setTimeout',
  'structuredClone',
  'TextDecoder',
  'TextEncoder',
])

/**
 * Takes from this realm every global that is not the language itself: network, storage, workers, messages, the
 * process. A sandbox calls it between loading its interpreter and the first line of a stranger's code.
 */
export function sealRealm(): void {
  const language = new Set(languageGlobals)
  for (let target: object | null = globalThis; target !== null; target = Object.getPrototypeOf(target)) {
    if (target === Object.prototype) break
    for (const name of Object.getOwnPropertyNames(target)) {
      if (!kept.has(name) && !language.has(name) && name !== 'constructor') remove(target, name)
    }
  }
  for (const make of [function plain() {}, async () => {}, function* each() {}, async function* each() {}]) {
    const prototype: object = Object.getPrototypeOf(make)
    Object.defineProperty(prototype, 'constructor', { value: undefined })
  }
  Object.defineProperty(globalThis, 'eval', { value: undefined })
  Object.defineProperty(globalThis, 'Function', { value: undefined })
}

function remove(target: object, name: string): void {
  if (Reflect.deleteProperty(target, name)) return
  // `self`, `location` and the like cannot be deleted; what can be written is overwritten at least.
  Reflect.set(target, name, undefined)
}

const languageGlobals: readonly string[] = `
  globalThis Infinity NaN undefined isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent
  encodeURI encodeURIComponent escape unescape AggregateError Array ArrayBuffer AsyncDisposableStack
  Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date DisposableStack Error EvalError
  FinalizationRegistry Float16Array Float32Array Float64Array Int16Array Int32Array Int8Array Intl
  Iterator JSON Map Math Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set
  SharedArrayBuffer String SuppressedError Symbol SyntaxError TypeError Uint16Array Uint32Array
  Uint8Array Uint8ClampedArray URIError WeakMap WeakRef WeakSet eval Function
`.split(/\s+/)
