/** A string that only its own kind of thing may be named by. Brands cost nothing at run time. */
export type Brand<Name extends string> = string & { readonly __brand: Name }

export type ConversationId = Brand<'ConversationId'>
/** One backend execution inside a turn. */
export type RunId = Brand<'RunId'>
/** The backend's name for a message. */
export type MessageId = Brand<'MessageId'>
/** The backend's name for one call of a skill that waits for a decision. */
export type CallId = Brand<'CallId'>
/** One attempt to connect a person's account of another service. */
export type AttemptId = Brand<'AttemptId'>
export type WorkflowId = Brand<'WorkflowId'>
/** The backend's name for an uploaded file. */
export type FileId = Brand<'FileId'>
export type StepId = Brand<'StepId'>
/** This client's own name for something it wants: a message, a decision, a form. Also the idempotency key. */
export type IntentId = Brand<'IntentId'>
