import { composeStories } from '@storybook/react-vite'
import type { ComponentType } from 'react'

/** One state of one component, drawn as its story draws it. */
export interface Specimen {
  /** The story's name: *Answered elsewhere*. */
  readonly name: string
  readonly Drawing: ComponentType
}

/** A component's states under the title of its stories. */
export interface Shelf {
  readonly title: string
  readonly specimens: readonly Specimen[]
}

interface StoryModule {
  readonly default: { readonly title?: string }
}
type Drawn = ComponentType & { readonly storyName: string }

// What a person meets as one thing. Whole threads and chats have stories of their own.
const shown = /^(?:Cards|Message)\/|^Conversation\/(?:StatusPill|WorkflowHeader)/u

const modules = import.meta.glob<StoryModule>('../../packages/react/src/*/*.stories.tsx', { eager: true })

// `AnsweredElsewhere` reads as *Answered elsewhere*.
const wordsOf = (name: string): string =>
  name.replaceAll(/(?<=[a-z])[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)

const shelfOf = (module: StoryModule): Shelf => ({
  title: module.default.title ?? '',
  // What a glob finds is known by its file's name alone.
  specimens: Object.values(composeStories(module as never) as Record<string, Drawn>).map((story) => ({
    name: wordsOf(story.storyName),
    Drawing: story,
  })),
})

/** Every card in every state: taken from the stories, so that none is forgotten. */
export const shelves: readonly Shelf[] = Object.values(modules)
  .map(shelfOf)
  .filter(({ title }) => shown.test(title))
  .toSorted((one, other) => one.title.localeCompare(other.title))
