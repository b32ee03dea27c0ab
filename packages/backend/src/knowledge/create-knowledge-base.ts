import MiniSearch from 'minisearch'
import type { KnowledgeBase, KnowledgeDocument, KnowledgeQuery, Passage } from './knowledge-base.ts'
import { splitPassages } from './split-passages.ts'
import { tellingWordsOf, wordsOf } from './words.ts'

interface Entry {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly document: KnowledgeDocument
}

/** One team's own index: what another team keeps is not in it at all. */
interface TeamIndex {
  readonly search: MiniSearch<Entry>
  readonly entries: Map<string, Entry>
  readonly indexed: Map<string, Indexed>
}

interface Indexed {
  readonly updatedAt: number
  readonly entries: readonly Entry[]
}

/** Where the documents are kept. */
export interface KnowledgeSource {
  documentsOf(teamId: string): readonly KnowledgeDocument[]
}

/**
 * A knowledge base searched by words: prefixes and small slips of the finger are found as well. Its index follows what
 * is kept: each search first takes in what is new, changed or gone.
 */
export function createKnowledgeBase(source: KnowledgeSource): KnowledgeBase {
  const teams = new Map<string, TeamIndex>()
  return {
    search: (query) => {
      const documents = source.documentsOf(query.teamId)
      const team = teams.get(query.teamId) ?? createTeamIndex()
      teams.set(query.teamId, team)
      follow(team, documents)
      return Promise.resolve(searchTeam(team, documents, query))
    },
  }
}

const createTeamIndex = (): TeamIndex => ({
  search: new MiniSearch<Entry>({
    fields: ['title', 'text'],
    tokenize: (text) => [...wordsOf(text)],
    processTerm: (term) => term,
    searchOptions: {
      tokenize: (text) => [...tellingWordsOf(text)],
      boost: { title: 2 },
      prefix: (term) => term.length > 3,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    },
  }),
  entries: new Map(),
  indexed: new Map(),
})

function follow(team: TeamIndex, documents: readonly KnowledgeDocument[]): void {
  const kept = new Set(documents.map(({ id }) => id))
  for (const id of team.indexed.keys()) if (!kept.has(id)) forget(team, id)
  for (const document of documents) {
    if (team.indexed.get(document.id)?.updatedAt === document.updatedAt) continue
    forget(team, document.id)
    learn(team, document)
  }
}

function learn(team: TeamIndex, document: KnowledgeDocument): void {
  const { id, title, updatedAt } = document
  const entries = splitPassages(document.text).map((text, at) => ({
    id: `${id}#${at}`,
    title,
    text,
    document,
  }))
  for (const entry of entries) team.entries.set(entry.id, entry)
  team.indexed.set(id, { updatedAt, entries })
  team.search.addAll(entries)
}

function forget(team: TeamIndex, documentId: string): void {
  for (const entry of team.indexed.get(documentId)?.entries ?? []) {
    team.search.remove(entry)
    team.entries.delete(entry.id)
  }
  team.indexed.delete(documentId)
}

function searchTeam(
  team: TeamIndex,
  documents: readonly KnowledgeDocument[],
  { collection, text, limit }: KnowledgeQuery,
): readonly Passage[] {
  const places = new Map(documents.map(({ id }, place) => [id, place]))
  const placeOf = (entry: Entry): number =>
    (places.get(entry.document.id) ?? 0) * 100_000 + Number(entry.id.slice(entry.id.lastIndexOf('#') + 1))
  return team.search
    .search(text)
    .flatMap(({ id, score }) => {
      const entry = team.entries.get(String(id))
      const isWanted = entry && (collection === '' || entry.document.collection === collection)
      return isWanted ? [{ entry, score: Math.round(score * 1000) / 1000 }] : []
    })
    .toSorted((one, other) => other.score - one.score || placeOf(one.entry) - placeOf(other.entry))
    .slice(0, Math.max(0, limit))
    .map(({ entry, score }) => passageOf(entry, score))
}

const passageOf = ({ document, title, text }: Entry, score: number): Passage => ({
  documentId: document.id,
  title,
  url: document.url ?? null,
  text,
  score,
})
