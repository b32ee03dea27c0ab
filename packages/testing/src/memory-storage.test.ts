import { expect, it } from 'vitest'
import { memoryStorage } from './memory-storage.ts'

it('keeps, replaces and removes notes', () => {
  const storage = memoryStorage({ a: '1', b: '2' })

  storage.write('a', '3')
  storage.remove('b')

  expect(storage.read('a')).toBe('3')
  expect(storage.read('b')).toBeNull()
  expect(storage.entries()).toEqual({ a: '3' })
})

it('throws while it is told to fail, and works again afterwards', () => {
  const storage = memoryStorage()
  storage.fail(new Error('full'))

  expect(() => storage.write('a', '1')).toThrow('full')

  storage.fail(null)
  storage.write('a', '1')
  expect(storage.read('a')).toBe('1')
})
