import type { TransportConnection } from '@threadwork/core'

/** What each tab asks for itself, whoever has the stream. */
export const requestsOf = (
  inner: TransportConnection,
): Pick<TransportConnection, 'submit' | 'renewLink' | 'resume' | 'stopListening' | 'upload'> => ({
  submit: (command, intentId) => inner.submit(command, intentId),
  renewLink: (attemptId) => inner.renewLink(attemptId),
  resume: (runId, lastEventId) => inner.resume(runId, lastEventId),
  stopListening: () => inner.stopListening(),
  ...(inner.upload ? { upload: inner.upload.bind(inner) } : {}),
})
