/** A frame that breaks the hub protocol. Its message is sent to the peer, and the connection closes. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError'
}
