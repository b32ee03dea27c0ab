import type { Phase } from '@threadwork/core'
import { describe, expect, it } from 'vitest'
import { englishAttachment } from '../strings/attachment.ts'
import { englishComposer } from '../strings/composer.ts'
import { fateOf, holdOf, type ComposerSituation } from './composer-hold.ts'

const words = { composer: englishComposer, attachment: englishAttachment }
const noFiles = { count: 0, size: 0, uploading: 0, failed: 0 }
const situation = (change: Partial<ComposerSituation> = {}): ComposerSituation => ({
  phase: 'idle',
  link: 'live',
  whileBusy: 'queue',
  isClosed: false,
  hasText: true,
  left: null,
  files: noFiles,
  isTextRequired: true,
  ...change,
})
const busy: readonly Phase[] = [
  'sending',
  'ai-running',
  'skill-running',
  'awaiting-approval',
  'awaiting-connection',
  'awaiting-input',
]

describe('a message', () => {
  it.each(busy)('never is an error while the phase is %s: it waits, and that is said', (phase) => {
    expect(holdOf(situation({ phase }), words)).toBeNull()
    expect(fateOf(situation({ phase }), englishComposer)).toMatch(/^Goes out/)
  })

  it.each(busy)('is kept with a reason while the phase is %s, where messages do not wait', (phase) => {
    expect(holdOf(situation({ phase, whileBusy: 'refuse' }), words)).toMatch(/Your text is kept/)
  })

  it.each(busy)('goes out while the phase is %s, where the backend takes it', (phase) => {
    expect(holdOf(situation({ phase, whileBusy: 'send' }), words)).toBeNull()
    expect(fateOf(situation({ phase, whileBusy: 'send' }), englishComposer)).toBeNull()
  })

  it('is kept for when the browser is back', () => {
    expect(holdOf(situation({ link: 'offline' }), words)).toBeNull()
    expect(fateOf(situation({ link: 'offline' }), englishComposer)).toMatch(/when you are online again/)
  })

  it.each([
    ['the conversation is closed', { isClosed: true }, /closed/],
    ['it is too long', { left: -3 }, /3 characters too many/],
    ['a file is on its way', { files: { ...noFiles, count: 2, uploading: 1 } }, /when 1 upload is done/],
    ['a file did not arrive', { files: { ...noFiles, count: 2, failed: 1 } }, /Retry or remove/],
    ['a file has no words', { files: { ...noFiles, count: 1 }, hasText: false }, /few words/],
  ] as const)('is held while %s', (_, change, reason) => {
    expect(holdOf(situation(change), words)).toMatch(reason)
  })

  it('of files alone leaves where the backend needs no words', () => {
    const files = { ...noFiles, count: 1 }

    expect(holdOf(situation({ files, hasText: false, isTextRequired: false }), words)).toBeNull()
  })
})
