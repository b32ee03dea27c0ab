/** One whole event of a stream, or one frame of a socket, as text. */
export type Unit = string

/** Breaks a stream off, the way a lost connection does. */
export class BrokenOff extends Error {
  override readonly name = 'BrokenOff'
  /** What still leaves before the break. */
  readonly rest: string

  constructor(rest = '') {
    super('The mock was told to break this connection.')
    this.rest = rest
  }
}

/** Does something to the units on their way. Throws `BrokenOff` to break the connection. */
export type UnitFault = (units: AsyncIterable<Unit>) => AsyncIterable<Unit>

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Breaks after `count` units. */
export const dropAfter = (count: number): UnitFault =>
  async function* drop(units) {
    let passed = 0
    for await (const unit of units) {
      if (passed >= count) throw new BrokenOff()
      passed += 1
      yield unit
    }
  }

/** Breaks in the middle of the unit of that number, from 1. */
export const cutInside = (number: number): UnitFault =>
  async function* cut(units) {
    let passed = 0
    for await (const unit of units) {
      passed += 1
      if (passed >= number) throw new BrokenOff(unit.slice(0, Math.ceil(unit.length / 2)))
      yield unit
    }
  }

/** Swallows every unit and stays open. */
export const mute: UnitFault = async function* silence(units) {
  for await (const unit of units) if (unit === '') yield unit
}

/** Waits before each unit, in milliseconds. */
export const delayUnits = (ms: number): UnitFault =>
  async function* delay(units) {
    for await (const unit of units) {
      await wait(ms)
      yield unit
    }
  }

/** Sends each unit twice. */
export const duplicate: UnitFault = async function* twice(units) {
  for await (const unit of units) {
    yield unit
    yield unit
  }
}

/** Lets every two units change places; one without a partner goes on after a moment, so that nothing hangs. */
export const swapPairs: UnitFault = async function* swap(units) {
  const source = units[Symbol.asyncIterator]()
  let next = source.next()
  for (;;) {
    const first = await next
    if (first.done) return
    next = source.next()
    const second = await Promise.race([next, wait(200).then(() => null)])
    if (second === null) {
      yield first.value
      continue
    }
    if (!second.done) {
      yield second.value
      next = source.next()
    }
    yield first.value
    if (second.done) return
  }
}

/** Makes every link to connect an account arrive expired. */
export const expireLinks: UnitFault = async function* expire(units) {
  for await (const unit of units)
    yield unit.replaceAll(/("expires_at"\s*:\s*)"[^"]*"/g, '$1"2020-01-01T00:00:00.000Z"')
}

const decoded = async function* decoded(bytes: ReadableStream<Uint8Array>): AsyncIterable<string> {
  const reader = bytes.getReader()
  const decoder = new TextDecoder()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield decoder.decode(value, { stream: true })
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

/** Cuts a stream of server-sent events into whole events. */
export const splitEvents = async function* splitEvents(
  bytes: ReadableStream<Uint8Array>,
): AsyncIterable<Unit> {
  let rest = ''
  for await (const text of decoded(bytes)) {
    rest += text
    for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
      yield rest.slice(0, end + 2)
      rest = rest.slice(end + 2)
    }
  }
  if (rest !== '') yield rest
}

/** Lets faults act on a stream of server-sent events. Without faults the bytes pass untouched. */
export const throughFaults = (
  bytes: ReadableStream<Uint8Array>,
  faults: readonly UnitFault[],
): ReadableStream<Uint8Array> => {
  if (faults.length === 0) return bytes
  const units = faults.reduce<AsyncIterable<Unit>>((before, fault) => fault(before), splitEvents(bytes))
  const iterator = units[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await iterator.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      } catch (cause) {
        if (cause instanceof BrokenOff && cause.rest !== '') controller.enqueue(encoder.encode(cause.rest))
        controller.close()
      }
    },
    cancel: async () => void (await iterator.return?.()),
  })
}
