import { eventsIntoState } from './events-into-state.ts'
import { longThread } from './long-thread.ts'
import { readingSse } from './reading-sse.ts'
import type { Section } from './section.ts'
import { streamingMarkdown } from './streaming-markdown.ts'
import { streamsThrough } from './streams-through.ts'

/** All sections, in the order of performance.md. */
export const sections: readonly Section[] = [
  streamingMarkdown,
  longThread,
  eventsIntoState,
  readingSse,
  streamsThrough,
]
