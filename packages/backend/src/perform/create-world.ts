import type { JsonObject, Rendered } from '@threadwork/engine'
import type { BackendClock } from '../clock.ts'
import type { CodeRunner } from '../code/code-runner.ts'
import { isoTime } from '../context.ts'
import type { Perform, PerformContext, Performed } from './perform.ts'
import { createEscalate } from '../facts/escalate.ts'
import type { Facts } from '../facts/facts.ts'
import { createKnowledgeBase } from '../knowledge/create-knowledge-base.ts'
import { listDocuments } from '../library/documents.ts'
import type { LibraryContext } from '../library/library-context.ts'
import { globalsOf } from '../library/run-variables.ts'
import { listTools } from '../library/tools.ts'
import { createJudge } from '../models/create-judge.ts'
import { createLlmPerformer } from '../models/create-llm-performer.ts'
import { createRunEvaluator } from '../models/create-run-evaluator.ts'
import type { LlmPorts } from '../models/llm-ports.ts'
import type { Model, ModelMessage } from '../models/model.ts'
import { createHttpPerformer } from '../net/http-performer.ts'
import type { HttpPort } from '../net/http-port.ts'
import { withoutFormSecrets } from '../runs/form-secrets.ts'
import type { ChooseEdge, WorldPerformers } from '../runs/run-ports.ts'
import type { SecretVault } from '../secrets/secret-vault.ts'
import type { SmsProvider } from '../sms/sms-provider.ts'
import { createSmsPerformer } from '../sms/sms-performer.ts'
import type { EscalationRecord, RunRecord } from '../store/run-records.ts'
import type { UnitOfWork } from '../store/unit-of-work.ts'
import { type ToolPorts, callTool } from '../tools/call-tool.ts'
import { createToolPerformer } from '../tools/create-tool-performer.ts'
import { inbuiltTools } from '../tools/inbuilt/inbuilt-tools.ts'
import { createWebhookPerformer } from '../webhooks/webhook-performer.ts'
import type { DeliveryLog } from '../webhooks/delivery-log.ts'
import type { WebhookSecrets } from '../webhooks/sealed-secrets.ts'

/** What reaches the world, and where it reads on the way. */
export interface WorldPorts {
  readonly library: LibraryContext
  readonly clock: BackendClock
  readonly random: () => number
  readonly vault: SecretVault
  readonly http: HttpPort
  readonly model: Model
  readonly code: CodeRunner
  readonly sms: SmsProvider
  readonly deliveries: DeliveryLog
  readonly secrets: WebhookSecrets
  readonly unit: () => UnitOfWork
  readonly facts: () => Facts
  readonly tellRun: (record: RunRecord) => JsonObject
}

/** Everything that a workflow asks of the world. */
export interface World {
  readonly performers: WorldPerformers
  readonly chooseEdge: ChooseEdge
}

/** Puts together what performs each action and judges each sentence. */
export function createWorld(ports: WorldPorts): World {
  const { library, clock, random, vault, http, model } = ports
  const reach = { http, clock, random, vault }
  const httpPerformer = createHttpPerformer(reach)
  const webhook = createWebhookPerformer({
    ...reach,
    log: ports.deliveries,
    secretOf: (owner) => ports.secrets.secretOf(owner),
  })
  const tools = toolPorts(ports, httpPerformer)
  const llm: LlmPorts = {
    model,
    tools,
    transcriptOf: (conversationId, teamId) => transcriptOf(ports, conversationId, teamId),
    dataOf: ({ runId }) => dataOf(library.store.get('runs', runId)),
  }
  return {
    chooseEdge: createJudge(llm),
    performers: {
      llm: createLlmPerformer(llm),
      http: httpPerformer,
      webhook,
      tool: createToolPerformer(tools),
      // A skill is a tool of the team's registry under its name.
      skill: ({ skill, input, timeoutMs }, context) =>
        callTool(tools, { name: skill, input, timeoutMs }, context),
      sms: createSmsPerformer({ providers: { development: ports.sms }, usual: 'development' }),
      escalate: createEscalate({
        store: library.store,
        unit: { run: (work) => ports.unit().run(work) },
        clock,
        facts: ports.facts,
        deliver: (escalation, { url }, context) => tellPeople(webhook, { escalation, url }, context),
      }),
      'run-evaluate': createRunEvaluator({
        model,
        runOf: (teamId, runId) => {
          const record = library.store.get('runs', runId)
          return record?.teamId === teamId ? ports.tellRun(record) : null
        },
      }),
    },
  }
}

/** Without a URL an escalation is kept under /escalations alone, where those who take them look. */
async function tellPeople(
  deliver: Perform<'webhook'>,
  { escalation, url }: { readonly escalation: EscalationRecord; readonly url: Rendered | null },
  context: PerformContext,
): Promise<Performed> {
  if (url === null) return { type: 'succeeded', output: {} }
  const { id, runId, conversationId, team, note, contact, transcript, context: known } = escalation
  const payload: JsonObject = {
    escalationId: id,
    runId,
    conversationId,
    team,
    note,
    contact,
    transcript: transcript.map((line) => ({ ...line, at: isoTime(line.at) })),
    context: known,
  }
  const action = { type: 'webhook', url, event: 'conversation.handed-over', payload } as const
  // Both tries and the pause between them fit into the time of the step.
  return deliver({ ...action, timeoutMs: 10_000, retries: 1 }, context)
}

const toolPorts = ({ library, code }: WorldPorts, http: ToolPorts['http']): ToolPorts => ({
  toolsOf: (teamId) => listTools(library, teamId),
  inbuilt: inbuiltTools,
  code,
  http,
  knowledge: createKnowledgeBase({ documentsOf: (teamId) => listDocuments(library, teamId) }),
  variablesOf: (teamId) => {
    const { globals, secretNames } = globalsOf(library, teamId)
    return { values: globals, secretNames }
  },
})

/** What was said in a conversation of this team, oldest first; nothing of anybody else's. */
function transcriptOf(
  { library, facts }: Pick<WorldPorts, 'library' | 'facts'>,
  conversationId: string | null,
  teamId: string,
): readonly ModelMessage[] {
  if (conversationId === null || !facts().get(teamId, conversationId)) return []
  return library.store
    .list('messages', conversationId)
    .map(({ source, content }) =>
      source === 'user'
        ? { role: 'user', text: content }
        : { role: 'assistant', text: content, toolCalls: [] },
    )
}

function dataOf(record: RunRecord | null): JsonObject {
  if (!record) return {}
  const { trigger, variables } = withoutFormSecrets(record.run)
  return { trigger, variables }
}
