import { compareOperation } from './compare-operation.ts'
import { conversationOperations } from './conversations.ts'
import { developmentOperations } from './development-operations.ts'
import { documentOperations } from './document-operations.ts'
import { escalationOperations } from './escalations.ts'
import { eventOperation } from './events.ts'
import { executionOperations } from './execution-operations.ts'
import { edgeOperations } from './edge-operations.ts'
import { nodeOperations } from './node-operations.ts'
import { lifeOperations } from './life-operations.ts'
import type { ManagementContext } from './management-context.ts'
import { nodeTypeOperations } from './node-type-operations.ts'
import type { Operation } from './operation.ts'
import { listRunsOperation } from './run-list.ts'
import { runOperations } from './run-operations.ts'
import { scheduleOperations } from './schedule-operations.ts'
import { settingsOperations } from './settings-operations.ts'
import { templateOperations } from './template-operations.ts'
import { toolOperations } from './tool-operations.ts'
import { variableOperations } from './variable-operations.ts'
import { versionOperations } from './version-operations.ts'
import { listWorkflowsOperation } from './workflow-list.ts'
import { webhookSecretOperation } from './webhook-secret.ts'
import { workflowOperations } from './workflow-operations.ts'

/** Every operation of the workflow API, in the order of its reference. */
export const managementOperations = (context: ManagementContext): readonly Operation[] => [
  listWorkflowsOperation(context),
  ...workflowOperations(context),
  ...lifeOperations(context),
  ...versionOperations(context),
  compareOperation(context),
  ...nodeOperations(context),
  ...edgeOperations(context),
  ...nodeTypeOperations(),
  ...executionOperations(context),
  webhookSecretOperation(context),
  listRunsOperation(context),
  ...runOperations(context),
  ...scheduleOperations(context),
  ...conversationOperations(context),
  eventOperation(context),
  ...escalationOperations(context),
  ...variableOperations(context),
  ...settingsOperations(context),
  ...toolOperations(context),
  ...documentOperations(context),
  ...templateOperations(context),
  ...developmentOperations(context),
]
