import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFrameMessage } from './frame-message.ts'

const seed = process.env['SEED'] ? Number(process.env['SEED']) : undefined

describe('readFrameMessage', () => {
  it.each([
    [{ twk: 'diagram', type: 'ready' }, { type: 'ready' }],
    [{ twk: 'diagram', type: 'failed', more: 1 }, { type: 'failed' }],
    [
      { twk: 'diagram', type: 'drawn', title: 'Refunds' },
      { type: 'drawn', title: 'Refunds' },
    ],
    [
      { twk: 'diagram', type: 'drawn', title: 7 },
      { type: 'drawn', title: '' },
    ],
    [
      { twk: 'diagram', type: 'size', height: 120 },
      { type: 'size', height: 120 },
    ],
    [
      { twk: 'diagram', type: 'size', height: 1e9 },
      { type: 'size', height: 3000 },
    ],
  ])('reads %j', (data, message) => {
    expect(readFrameMessage(data)).toEqual(message)
  })

  it.each([
    null,
    'ready',
    { type: 'ready' },
    { twk: 'draw', type: 'ready' },
    { twk: 'diagram' },
    { twk: 'diagram', type: 'size' },
    { twk: 'diagram', type: 'size', height: Number.NaN },
    { twk: 'diagram', type: 'size', height: -1 },
    { twk: 'diagram', type: 'size', height: '100vh' },
    { twk: 'diagram', type: 'navigate', url: 'https://evil.example' },
  ])('makes nothing of %j', (data) => {
    expect(readFrameMessage(data)).toBeNull()
  })

  it('answers anything with a message of its own kind or nothing', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        const message = readFrameMessage(data)

        expect(message === null || ['ready', 'drawn', 'size', 'failed'].includes(message.type)).toBe(true)
      }),
      seed === undefined ? {} : { seed },
    )
  })
})
