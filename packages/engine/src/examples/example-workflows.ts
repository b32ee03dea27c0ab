import { agentExamples } from './agent-examples.ts'
import { conversationExamples } from './conversation-examples.ts'
import type { Example } from './example.ts'
import { patientIntake } from './patient-intake.ts'

/** Every workflow that ships as a template. */
export const exampleWorkflows: readonly Example[] = [...conversationExamples, ...agentExamples, patientIntake]
