import type { HubPeer, HubSocket } from '@threadwork/backend'

/** The mocked server, wherever it runs: in this tab, or in the tab that leads. */
export interface Engine {
  fetch(request: Request): Promise<Response>
  /** Opens a socket to the hub. `url` is the address that the client asked for. */
  connect(url: string, peer: HubPeer): HubSocket
  /**
   * Leaves out a stretch of its time, in milliseconds; what falls due in it happens in its order, without the waiting.
   * Resolves when it has passed; at once where the server runs in another tab.
   */
  skip(ms: number): Promise<void>
}
