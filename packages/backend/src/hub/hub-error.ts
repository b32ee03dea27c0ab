/** Thrown by a hub method to fail its invocation with this message; the message of any other error stays on the server. */
export class HubError extends Error {
  override readonly name = 'HubError'
}
