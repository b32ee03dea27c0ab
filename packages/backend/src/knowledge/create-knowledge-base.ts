import MiniSearch from 'minisearch'
import type { KnowledgeBase, KnowledgeDocument, KnowledgeQuery, Passage } from './knowledge-base.ts'
import { splitPassages } from './split-passages.ts'
import { tellingWordsOf, wordsOf } from './words.ts'

interface Entry {
  readonly id: string
  readonly base: string
  readonly title: string
  readonly text: string
  readonly passage: Passage
  /** Place among all that were put, then in the document. */
  readonly place: readonly [number, number]
}

/** One team's own index: what another team put is not in it at all. */
interface TeamIndex {
  readonly search: MiniSearch<Entry>
  readonly entries: Map<string, Entry>
  readonly byDocument: Map<string, readonly Entry[]>
}

/** A knowledge base in memory, searched by words: prefixes and small slips of the finger are found as well. */
export function createKnowledgeBase(): KnowledgeBase {
  const teams = new Map<string, TeamIndex>()
  let count = 0

  const teamOf = (teamId: string): TeamIndex => {
    const team = teams.get(teamId) ?? createTeamIndex()
    teams.set(teamId, team)
    return team
  }

  return {
    async put(document) {
      const team = teamOf(document.teamId)
      removeDocument(team, document.id)
      count += 1
      const entries = entriesOf(document, count)
      for (const entry of entries) team.entries.set(entry.id, entry)
      team.byDocument.set(document.id, entries)
      team.search.addAll(entries)
    },
    async remove(teamId, documentId) {
      const team = teams.get(teamId)
      if (team) removeDocument(team, documentId)
    },
    async search(query) {
      const team = teams.get(query.teamId)
      return team ? searchTeam(team, query) : []
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
  byDocument: new Map(),
})

const entriesOf = (document: KnowledgeDocument, place: number): readonly Entry[] =>
  splitPassages(document.text).map((text, at) => ({
    id: `${document.id}#${at}`,
    base: document.base,
    title: document.title,
    text,
    place: [place, at],
    passage: { documentId: document.id, title: document.title, url: document.url, text, score: 0 },
  }))

function removeDocument(team: TeamIndex, documentId: string): void {
  for (const entry of team.byDocument.get(documentId) ?? []) {
    team.search.remove(entry)
    team.entries.delete(entry.id)
  }
  team.byDocument.delete(documentId)
}

function searchTeam(team: TeamIndex, { base, text, limit }: KnowledgeQuery): readonly Passage[] {
  const isOf = (id: unknown): boolean => base === null || team.entries.get(String(id))?.base === base
  return team.search
    .search(text, { filter: ({ id }) => isOf(id) })
    .flatMap(({ id, score }) => {
      const entry = team.entries.get(String(id))
      return entry ? [{ entry, score: Math.round(score * 1000) / 1000 }] : []
    })
    .toSorted((one, other) => other.score - one.score || comparePlaces(one.entry.place, other.entry.place))
    .slice(0, Math.max(0, limit))
    .map(({ entry, score }) => ({ ...entry.passage, score }))
}

const comparePlaces = (one: Entry['place'], other: Entry['place']): number =>
  one[0] - other[0] || one[1] - other[1]
