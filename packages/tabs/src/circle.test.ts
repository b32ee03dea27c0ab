import { expect, test } from 'vitest'
import { createCircle, type Circle } from './circle.ts'
import type { TabPorts } from './tab-ports.ts'

const nothing = (): void => undefined

/** Circles that hear each other at once, and what each was told. */
const circles = (count: number) => {
  const ears = new Set<(message: unknown) => void>()
  let chance = 0
  const told: string[][] = []
  const join = (index: number): Circle => {
    const lines: string[] = []
    told.push(lines)
    const ports: TabPorts = {
      clock: { now: () => 0, after: () => ({ cancel: nothing }), random: () => (chance += 0.01) },
      locks: { request: () => ({ release: nothing }) },
      openChannel: (_name, hear) => {
        ears.add(hear)
        return {
          post: (message) => ears.forEach((ear) => ear !== hear && ear(structuredClone(message))),
          close: () => void ears.delete(hear),
        }
      },
      isVisible: () => true,
      watchPage: () => nothing,
    }
    const circle = createCircle(ports, `c${index}`, {
      onAsk: () => lines.push('asked'),
      onWord: ({ type }, { isNew, isGap }) =>
        lines.push([type, isNew ? 'new' : '', isGap ? 'gap' : ''].filter(Boolean).join(' ')),
      onLate: ({ type }) => lines.push(`late ${type}`),
    })
    circle.open()
    return circle
  }
  return { all: Array.from({ length: count }, (_each, index) => join(index)), told }
}

test('tells a new leader from the last, and late words from both', () => {
  const { all, told } = circles(3)
  const [a, b] = all

  a?.lead()
  a?.tellFacts([])
  b?.lead()
  a?.tellFacts([])
  b?.tellFacts([])

  expect(told[2]).toEqual(['lead new', 'facts', 'lead new', 'late facts', 'facts'])
})

test('tells what was missed by its number, and forgets that with the next leader', () => {
  const { all, told } = circles(2)
  const [a, b] = all

  a?.lead()
  b?.close()
  a?.tellFacts([])
  b?.open()
  a?.tellLead(true, null)
  a?.tellFacts([])

  expect(told[1]).toEqual(['lead new', 'lead gap', 'facts'])
})

test('asks the leader alone, and tells it nothing else', () => {
  const { all, told } = circles(3)
  const [a, b, c] = all

  a?.lead()
  b?.ask()
  c?.sayBye()

  expect(told[0]).toEqual(['asked'])
  expect(told[1]).toEqual(['lead new', 'bye new'])
})

test('says nothing once it has quit', () => {
  const { all, told } = circles(2)
  const [a] = all

  a?.lead()
  a?.quit()
  a?.tellFacts([])
  a?.tellLead(true, null)

  expect(told[1]).toEqual(['lead new'])
  expect(a?.isLeading()).toBe(false)
})

test('begins a newer term when a tab has heard of one that this leader never did', () => {
  const { all, told } = circles(2)
  const [a, b] = all

  b?.close()
  a?.lead()
  a?.sayBye()
  a?.lead()
  a?.quit()
  b?.open()
  b?.lead()
  b?.tellFacts([])
  b?.tellFacts([])

  expect(told[0]).toEqual(['late lead', 'facts new', 'facts'])
  expect(told[1]).toEqual(['asked'])
})
