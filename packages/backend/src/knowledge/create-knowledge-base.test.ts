import { expect, test } from 'vitest'
import { createKnowledgeBase } from './create-knowledge-base.ts'
import type { KnowledgeDocument } from './knowledge-base.ts'

const document = (part: Partial<KnowledgeDocument>): KnowledgeDocument => ({
  id: 'returns',
  teamId: 'acme',
  base: 'help',
  title: 'Returns',
  text: 'You can send anything back within thirty days. We pay the postage.',
  url: 'https://help.example.com/returns',
  ...part,
})
const opening = document({
  id: 'opening',
  title: 'Opening hours',
  text: 'The clinic in Zürich is open from nine to five.\n\nOn Saturdays it is closed.',
  url: null,
})
const query = (text: string, part: object = {}) => ({ teamId: 'acme', base: null, text, limit: 3, ...part })

const filled = async (...documents: readonly KnowledgeDocument[]) => {
  const knowledge = createKnowledgeBase()
  for (const each of documents) await knowledge.put(each)
  return knowledge
}

test('finds the passage that answers, with its source and its score (I21)', async () => {
  const knowledge = await filled(document({}), opening)

  const passages = await knowledge.search(query('Who pays the postage when I return something?'))

  expect(passages[0]).toEqual({
    documentId: 'returns',
    title: 'Returns',
    url: 'https://help.example.com/returns',
    text: 'You can send anything back within thirty days. We pay the postage.',
    score: expect.any(Number),
  })
  expect(passages[0]?.score).toBeGreaterThan(passages[1]?.score ?? 0)
})

test('finds words with another ending, without their accents, begun, and mistyped', async () => {
  const knowledge = await filled(document({}), opening)
  const first = async (text: string) => (await knowledge.search(query(text)))[0]?.documentId

  expect(await first('zurich')).toBe('opening')
  expect(await first('saturday')).toBe('opening')
  expect(await first('post')).toBe('returns')
  expect(await first('postaje')).toBe('returns')
})

test('finds nothing of another team, and only the base that is asked', async () => {
  const knowledge = await filled(document({}), document({ id: 'theirs', teamId: 'umbrella' }), {
    ...opening,
    base: 'clinic',
  })
  const ids = async (part: object) =>
    (await knowledge.search(query('postage Saturday', part))).map((each) => each.documentId)

  expect(await ids({ teamId: 'umbrella' })).toEqual(['theirs'])
  expect(await ids({ teamId: 'nobody' })).toEqual([])
  expect(await ids({ base: 'clinic' })).toEqual(['opening'])
  expect(await ids({})).toContain('returns')
})

test('forgets what is removed or replaced', async () => {
  const knowledge = await filled(document({}), opening)

  await knowledge.put(document({ text: 'Nothing can be sent back.' }))
  await knowledge.remove('acme', 'opening')
  await knowledge.remove('acme', 'never-there')

  expect(await knowledge.search(query('postage'))).toEqual([])
  expect(await knowledge.search(query('clinic'))).toEqual([])
  expect(await knowledge.search(query('sent back'))).toHaveLength(1)
})

test('gives the same passages in the same order each time, the best few only', async () => {
  const twins = ['b', 'a', 'c'].map((id) => document({ id }))
  const one = await (await filled(...twins)).search(query('postage', { limit: 2 }))
  const other = await (await filled(...twins)).search(query('postage', { limit: 2 }))

  expect(one.map((each) => each.documentId)).toEqual(['b', 'a'])
  expect(other).toEqual(one)
  expect(await (await filled(...twins)).search(query('?!'))).toEqual([])
})
