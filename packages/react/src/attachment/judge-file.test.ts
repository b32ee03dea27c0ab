import type { AttachmentLimits } from '@threadwork/core'
import { describe, expect, it } from 'vitest'
import { judgeFile } from './judge-file.ts'

const limits = (change: Partial<AttachmentLimits> = {}): AttachmentLimits => ({
  maxFiles: 2,
  maxBytes: 20_000_000,
  accept: [],
  isTextRequired: true,
  ...change,
})
const file = (name: string, type: string, size = 10) => ({ name, type, size })

describe('judgeFile', () => {
  it.each([
    [20_000_000, 'taken'],
    [20_000_001, 'too-large'],
    [0, 'empty'],
  ])('finds a file of %i bytes %s', (size, verdict) => {
    expect(judgeFile(file('a.png', 'image/png', size), limits(), 0)).toBe(verdict)
  })

  it.each([
    ['image/*', 'a.png', 'image/png', 'taken'],
    ['image/*', 'a.pdf', 'application/pdf', 'refused-type'],
    ['image/*', 'a.bin', '', 'refused-type'],
    ['image/*', 'imagex', 'imagex/png', 'refused-type'],
    ['.PDF', 'a.pdf', '', 'taken'],
    ['.pdf', 'a.pdf.exe', 'application/pdf', 'refused-type'],
    ['Application/PDF', 'a', 'application/pdf', 'taken'],
  ])('under %s finds %s of type “%s” %s', (accepted, name, type, verdict) => {
    expect(judgeFile(file(name, type), limits({ accept: [accepted] }), 0)).toBe(verdict)
  })

  it('takes as many as a message takes', () => {
    expect(judgeFile(file('a', ''), limits(), 1)).toBe('taken')
    expect(judgeFile(file('a', ''), limits(), 2)).toBe('too-many')
  })
})
