import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MessageLog } from './message-log.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const invocation = { type: 'invocation', target: 'x', arguments: [], streamIds: [] } as const

it('hands over each message once and in order, whatever is lost and whenever it resumes', () => {
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.constant('send' as const) },
    { weight: 2, arbitrary: fc.constant('acknowledge' as const) },
    { weight: 2, arbitrary: fc.constant('lose' as const) },
    { weight: 2, arbitrary: fc.constant('resume' as const) },
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const sender = new MessageLog()
      const receiver = new MessageLog()
      const arrived: string[] = []
      let isLost = false
      let count = 0
      const deliver = (data: string) => {
        if (!isLost && receiver.accepts(invocation)) arrived.push(data)
      }
      const resume = () => {
        isLost = false
        receiver.resume()
        const { sequenceId, messages } = sender.resume()
        receiver.restart(sequenceId)
        for (const data of messages) deliver(String(data))
      }

      for (const one of steps) {
        if (one === 'send') {
          count += 1
          sender.record(String(count))
          deliver(String(count))
        } else if (one === 'acknowledge') sender.acknowledge(receiver.latestReceived)
        else if (one === 'lose') isLost = true
        else resume()
      }
      resume()

      expect(arrived).toEqual(Array.from({ length: count }, (_, index) => String(index + 1)))
    }),
    { seed },
  )
})

it('names the first message that it still holds, or the next when it holds none', () => {
  const log = new MessageLog()
  for (const data of ['a', 'bb', 'ccc']) log.record(data)

  const freed = log.acknowledge(2)

  expect(freed).toBe(3)
  expect(log.resume()).toEqual({ sequenceId: 3, messages: ['ccc'] })
  log.acknowledge(3)
  expect(log.resume()).toEqual({ sequenceId: 4, messages: [] })
})

it('heeds nothing but a Sequence or a goodbye after a resumption', () => {
  const log = new MessageLog()
  log.resume()

  const accepted = [
    log.accepts(invocation),
    log.accepts({ type: 'ping' }),
    log.accepts({ type: 'ack', sequenceId: 1 }),
    log.accepts({ type: 'close' }),
    log.accepts({ type: 'sequence', sequenceId: 1 }),
  ]
  log.restart(1)

  expect(accepted).toEqual([false, false, false, true, true])
  expect(log.accepts(invocation)).toBe(true)
})

it('refuses a Sequence that leaves messages out', () => {
  const log = new MessageLog()
  log.accepts(invocation)

  expect(() => log.restart(3)).toThrow('Messages were lost')
})
