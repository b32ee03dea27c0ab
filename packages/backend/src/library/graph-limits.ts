/** The most nodes of one version. */
export const MAX_NODES = 500
/** The most edges of one version. */
export const MAX_EDGES = 2_000
/** The most characters of one node's config, written as JSON. */
export const MAX_CONFIG: number = 64 * 1024
/** The most versions of one workflow. */
export const MAX_VERSIONS = 1_000
/** The most characters of a name. */
export const MAX_NAME = 200
/** The most characters of a description, as seed 002 has it for variables. */
export const MAX_DESCRIPTION = 1_024
/** The most entries of one kind that a team may have: workflows, variables, tools or documents. */
export const MAX_ENTRIES = 5_000
