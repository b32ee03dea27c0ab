import type { Workflow } from '@threadwork/engine'
import { workflowOf } from './execute-workflow.ts'
import type { LibraryContext } from './library-context.ts'
import { globalsOf } from './run-variables.ts'

/** What an event can start: the active version of every workflow of a team that is live, and what its runs are given. */
export interface ListeningWorkflows {
  workflows(teamId: string): readonly Workflow[]
  globals(teamId: string): ReturnType<typeof globalsOf>
}

export const listeningWorkflows = (library: LibraryContext): ListeningWorkflows => ({
  workflows: (teamId) =>
    library.store
      .list('definitions', teamId)
      .filter(({ status }) => status === 'active')
      .map((definition) => workflowOf(library, definition, definition.activeVersion)),
  globals: (teamId) => globalsOf(library, teamId),
})
