import type { Json, JsonObject, WorkflowGraph } from '@threadwork/engine'
import type { SealedSecret } from '../secrets/sealer.ts'
import type { RecordBase } from './record-base.ts'

/** Whose words a workflow speaks: those of seed 002, 003 or 004, or our own. */
export type DialectName = 'graph' | 'agent' | 'conversation' | 'threadwork'

/** `draft`: not live yet; `active`: its triggers fire; `paused`: they do not for a while; `archived`: kept for reference. */
export type WorkflowStatus = 'draft' | 'active' | 'paused' | 'archived'

/** A workflow as a resource; its parent is the team that owns it. */
export interface DefinitionRecord extends RecordBase {
  readonly name: string
  readonly description: string
  readonly category: string
  readonly dialect: DialectName
  readonly status: WorkflowStatus
  /** What is edited; saved with every change, and run by nobody but tests until it is committed to a version. */
  readonly draft: WorkflowGraph
  /** The version that the draft was last saved to or loaded from: what Clear goes back to. */
  readonly savedVersion: number
  /** The number of the one active version. */
  readonly activeVersion: number
  /** The highest number ever given. */
  readonly lastVersion: number
  readonly updatedAt: number
}

/** One version; its parent is the workflow, its id `<workflow>:<number>`. */
export interface VersionRecord extends RecordBase {
  readonly number: number
  readonly name: string
  readonly graph: WorkflowGraph
  readonly updatedAt: number
}

/** A team's global variable; its parent is the team, its id `<team>:<name>`. */
export interface VariableRecord extends RecordBase {
  readonly name: string
  /** A secret's is sealed and cannot be read without the key. */
  readonly content:
    | { readonly type: 'plain'; readonly value: Json }
    | { readonly type: 'sealed'; readonly sealed: SealedSecret }
  readonly description: string
  readonly category: string
  readonly isSecret: boolean
  /** Where a secret may be sent: `api.example.com`, `*.example.com`, `api.example.com:8443`. */
  readonly hosts: readonly string[]
  readonly updatedAt: number
}

/** When a workflow starts by itself; its parent is the workflow. */
export interface ScheduleRecord extends RecordBase {
  readonly teamId: string
  readonly timing:
    | { readonly type: 'once'; readonly at: number }
    | { readonly type: 'cron'; readonly expression: string; readonly timezone: string }
  readonly variables: JsonObject
  readonly isEnabled: boolean
  /** Milliseconds since 1970; `null` when it will not fire again. */
  readonly nextAt: number | null
  readonly lastFiredAt: number | null
}

/** A team's own choices; its id is the team's, and so is its parent. */
export interface TeamRecord extends RecordBase {
  /** The most runs at once of all its workflows. */
  readonly concurrency: number
}

/** A tool of a team's registry; its parent is the team. */
export interface ToolRecord extends RecordBase {
  /** What a TOOL_NODE names; unique in the team. */
  readonly name: string
  readonly description: string
  /** JSON Schema of what it is given. */
  readonly inputSchema: JsonObject
  readonly content: ToolContent
  readonly updatedAt: number
}

/** What a tool does when it is called. Inbuilt tools are code of the backend and are not kept. */
export type ToolContent =
  | { readonly type: 'python'; readonly code: string }
  | { readonly type: 'javascript'; readonly code: string }
  | {
      readonly type: 'api'
      readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
      readonly url: string
      readonly headers: readonly { readonly name: string; readonly value: string }[]
      readonly body: string | null
    }
  /** Searches the documents of a collection; the empty name is the whole base. */
  | { readonly type: 'knowledge'; readonly collection: string; readonly limit: number }

/** A knowledge document; its parent is the team. */
export interface DocumentRecord extends RecordBase {
  readonly title: string
  readonly text: string
  readonly collection: string
  readonly updatedAt: number
}

/** The collections of the workflow library. */
export interface LibraryRecords {
  readonly definitions: DefinitionRecord
  readonly versions: VersionRecord
  readonly variables: VariableRecord
  readonly schedules: ScheduleRecord
  readonly teams: TeamRecord
  readonly tools: ToolRecord
  readonly documents: DocumentRecord
}
