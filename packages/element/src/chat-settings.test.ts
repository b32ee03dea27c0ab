import { expect, it } from 'vitest'
import { noProperties, readSettings } from './chat-settings.ts'

const read = (attributes: Readonly<Record<string, string>>) =>
  readSettings((name) => attributes[name] ?? null, noProperties, null)

it('stands on the usual address and wire where a page names none', () => {
  expect(read({})).toMatchObject({ url: '/api/chat', wire: 'headless', conversationId: null })
  expect(read({ url: ' ', wire: 'carrier pigeon', 'conversation-id': '' })).toEqual(read({}))
})

it('reads lists by their words and a switch by its presence', () => {
  const settings = read({ 'link-origins': ' https://a.example\n https://b.example ', escalate: '' })

  expect(settings.linkOrigins).toEqual(['https://a.example', 'https://b.example'])
  expect(settings.imageOrigins).toEqual([])
  expect(settings.canEscalate).toBe(true)
})
