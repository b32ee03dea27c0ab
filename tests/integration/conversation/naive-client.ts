/** A message as the naive client shows it. */
interface Shown {
  readonly id: string
  readonly text: string
}

interface Heard {
  readonly type?: string
  readonly message_id?: string
  readonly message?: string
}

const read = async (response: Response, shown: Shown[]): Promise<void> => {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of response.body ?? []) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines.filter((each) => each.startsWith('data: '))) {
      const heard = JSON.parse(line.slice(6)) as Heard // a test's own backend sends these
      if (heard.type === 'agent.message')
        shown.push({ id: heard.message_id ?? '', text: heard.message ?? '' })
    }
  }
}

/** The client that everyone writes first: it posts again when the stream breaks, and shows all that it hears. */
export const naiveClient = async (conversation: string, message: string): Promise<readonly Shown[]> => {
  const shown: Shown[] = []
  const post = async (): Promise<void> => {
    const body = JSON.stringify({ message, stream: true })
    const headers = { 'Content-Type': 'application/json' }
    await read(await fetch(`${conversation}/messages`, { method: 'POST', headers, body }), shown)
  }
  await post().catch(post)
  // Then it reads the events, to be sure, and appends what is in them.
  const id = conversation.split('/').at(-1) ?? ''
  const address = `${conversation.replace(/\/[^/]+$/u, '')}/events?conversation_id=${id}`
  const { events } = (await (await fetch(address)).json()) as { events: readonly Heard[] }
  for (const { type, message_id: messageId = '', message: text = '' } of events)
    if (type === 'agent.message') shown.push({ id: messageId, text })
  return shown
}
