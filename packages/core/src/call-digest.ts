import { canonicalJson } from './canonical-json.ts'
import { sha256 } from './sha-256.ts'

/** What an approval is for, as it was shown. An `ApprovalItem` fits. */
export interface ShownCall {
  readonly callId: string
  readonly skillName: string
  readonly parameters: Readonly<Record<string, unknown>>
}

/**
 * Names a call by what was shown of it: `sha-256=` and the digest of the canonical JSON of
 * `{ call_id, skill_name, skill_parameters }`. A backend that works it out from its own record knows whether the
 * person decided about that record.
 */
export const digestOfCall = ({ callId, skillName, parameters }: ShownCall): string =>
  `sha-256=${sha256(canonicalJson({ call_id: callId, skill_name: skillName, skill_parameters: parameters }))}`
