import type { BodyIntake } from './body-intake.ts'

/** A connection that HTTP requests carry. */
export interface HttpChannel {
  readonly user: string | undefined
  readonly intake: BodyIntake
  /** Answers a further GET of the connection. */
  poll(request: Request): Promise<Response>
  /** Answers a DELETE. */
  end(): Response
}

/** What a channel needs of its surroundings. */
export interface HttpChannelPorts {
  /** Called once when no request can belong to the channel any more. */
  readonly removed: () => void
}

/** An error answer as problem+json. */
export function problem(
  status: number,
  title: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const type = { 'content-type': 'application/problem+json' }
  return new Response(JSON.stringify({ status, title }), { status, headers: { ...type, ...headers } })
}
