/** `draft` never ran; `active` listens; `paused` listens no more for now; `archived` is kept to be read. */
export type WorkflowStatus = 'draft' | 'active' | 'paused' | 'archived'
