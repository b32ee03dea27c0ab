import { expect, test } from 'vitest'
import { createMemoryStore } from './memory-store.ts'
import { type UnitOfWork, createUnitOfWork } from './unit-of-work.ts'

function observed(): { readonly unit: UnitOfWork; readonly heard: string[]; readonly defects: unknown[] } {
  const defects: unknown[] = []
  const unit = createUnitOfWork(createMemoryStore(), (error) => defects.push(error))
  return { unit, heard: [], defects }
}

test('calls back when the outermost transaction is kept, in order', () => {
  const { unit, heard } = observed()

  unit.run(() => {
    unit.afterKept(() => heard.push('first'))
    unit.run(() => unit.afterKept(() => heard.push('second')))
    heard.push(`open: ${unit.isOpen()}`)
  })

  expect(heard).toEqual(['open: true', 'first', 'second'])
  expect(unit.isOpen()).toBe(false)
})

test('calls nothing of what was rolled back', () => {
  const { unit, heard } = observed()
  const failing = (): void =>
    unit.run(() => {
      unit.afterKept(() => heard.push('lost'))
      throw new Error('half way')
    })

  expect(failing).toThrow('half way')
  unit.afterKept(() => heard.push('now'))

  expect(heard).toEqual(['now'])
})

test('reports what a callback throws, and calls the next', () => {
  const { unit, heard, defects } = observed()

  unit.run(() => {
    unit.afterKept(() => {
      throw new Error('broken')
    })
    unit.afterKept(() => heard.push('next'))
  })

  expect(heard).toEqual(['next'])
  expect(defects).toEqual([new Error('broken')])
})

test('follows a chain of any length without growing the stack', () => {
  const { unit, heard } = observed()
  const again = (left: number): void =>
    unit.run(() => unit.afterKept(() => (left === 0 ? heard.push('end') : again(left - 1))))

  again(50_000)

  expect(heard).toEqual(['end'])
})
