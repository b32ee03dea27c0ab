import { expect, test } from 'vitest'
import { createKnowledgeBase } from './create-knowledge-base.ts'
import type { KnowledgeDocument } from './knowledge-base.ts'

const document = (part: Partial<KnowledgeDocument>): KnowledgeDocument => ({
  id: 'returns',
  collection: 'help',
  updatedAt: 1,
  title: 'Returns',
  text: 'You can send anything back within thirty days. We pay the postage.',
  url: 'https://help.example.com/returns',
  ...part,
})
const opening = document({
  id: 'opening',
  title: 'Opening hours',
  text: 'The clinic in Zürich is open from nine to five.\n\nOn Saturdays it is closed.',
})
const query = (text: string, part: object = {}) => ({
  teamId: 'acme',
  collection: '',
  text,
  limit: 3,
  ...part,
})

const filled = (...documents: readonly KnowledgeDocument[]) =>
  createKnowledgeBase({ documentsOf: (teamId) => (teamId === 'acme' ? documents : []) })

test('finds the passage that answers, with its source and its score (I21)', async () => {
  const knowledge = filled(document({}), opening)

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
  const knowledge = filled(document({}), opening)
  const first = async (text: string) => (await knowledge.search(query(text)))[0]?.documentId

  expect(await first('zurich')).toBe('opening')
  expect(await first('saturday')).toBe('opening')
  expect(await first('post')).toBe('returns')
  expect(await first('postaje')).toBe('returns')
})

test('finds nothing of another team, and only the collection that is asked', async () => {
  const kept = {
    acme: [document({}), { ...opening, collection: 'clinic' }],
    umbrella: [document({ id: 'theirs' })],
  }
  const knowledge = createKnowledgeBase({
    documentsOf: (teamId) => (teamId === 'acme' || teamId === 'umbrella' ? kept[teamId] : []),
  })
  const ids = async (part: object) =>
    (await knowledge.search(query('postage Saturday', part))).map((each) => each.documentId)

  expect(await ids({ teamId: 'umbrella' })).toEqual(['theirs'])
  expect(await ids({ teamId: 'nobody' })).toEqual([])
  expect(await ids({ collection: 'clinic' })).toEqual(['opening'])
  expect(await ids({})).toContain('returns')
})

test('follows what is added, changed and taken away', async () => {
  let documents: readonly KnowledgeDocument[] = [document({}), opening]
  const knowledge = createKnowledgeBase({ documentsOf: () => documents })
  const count = async (text: string) => (await knowledge.search(query(text))).length
  const before = [await count('postage'), await count('clinic'), await count('warranty')]

  documents = [
    document({ text: 'Nothing can be sent back.', updatedAt: 2 }),
    document({ id: 'new', title: 'Warranty' }),
  ]
  const after = [await count('postage'), await count('clinic'), await count('warranty')]

  expect(before).toEqual([1, 1, 0])
  expect(after).toEqual([1, 0, 1])
  expect((await knowledge.search(query('nothing')))[0]?.text).toBe('Nothing can be sent back.')
})

test('gives the same passages in the same order each time, the best few only', async () => {
  const twins = ['b', 'a', 'c'].map((id) => document({ id }))
  const one = await filled(...twins).search(query('postage', { limit: 2 }))
  const other = await filled(...twins).search(query('postage', { limit: 2 }))

  expect(one.map((each) => each.documentId)).toEqual(['b', 'a'])
  expect(other).toEqual(one)
  expect(await filled(...twins).search(query('?!'))).toEqual([])
})
