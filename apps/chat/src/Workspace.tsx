import { ConversationList, useKeepFocus } from '@threadwork/react'
import { lazy, Suspense, useRef, useState, type ReactElement } from 'react'
import { ConversationPane } from './ConversationPane.tsx'
import { goTo, useConversationId } from './location.ts'
import { prefer, usePreferences, type WireName } from './preferences.ts'
import { useConversations, useCreateConversation, useDeleteConversation } from './query.ts'
import { SideMenu } from './SideMenu.tsx'
import { useTape } from './tape.ts'

const TapePane = lazy(async () => ({ default: (await import('./TapePane.tsx')).TapePane }))

/** The conversations of one person: the list, and the one that is open. */
export const Workspace = ({ name }: { readonly name: string | null }): ReactElement => {
  const workspace = useRef<HTMLDivElement>(null)
  // Where the start makes way for a conversation, or a deleted one for the start.
  useKeepFocus(workspace)
  const [isListOpen, setListOpen] = useState(false)
  const conversationId = useConversationId()
  const preferences = usePreferences()
  const conversations = useConversations()
  const creation = useCreateConversation()
  const deletion = useDeleteConversation()
  const recording = useTape()

  const open = (id: string): void => {
    setListOpen(false)
    recording.close()
    goTo(id)
  }
  const create = async (wire: WireName = preferences.wire): Promise<string> => {
    const id = await creation.mutateAsync()
    prefer({ wireOf: { ...preferences.wireOf, [id]: wire } })
    open(id)
    return id
  }
  const remove = async (id: string): Promise<void> => {
    await deletion.mutateAsync(id)
    if (id === conversationId) goTo(null)
  }
  const problem = conversations.error?.message ?? creation.error?.message

  return (
    <div
      ref={workspace}
      className="workspace"
      data-list={isListOpen ? 'open' : 'closed'}
      data-inspector={preferences.isInspectorOpen && recording.tape === null}
    >
      <div className="workspace__list">
        <ConversationList
          conversations={conversations.data ?? []}
          selectedId={conversationId}
          onSelect={open}
          onCreate={() => void create()}
          onDelete={remove}
          onOlder={conversations.hasNextPage ? () => void conversations.fetchNextPage() : undefined}
          isLoadingOlder={conversations.isFetchingNextPage}
          status={conversations.isPending ? 'loading' : conversations.isError ? 'failed' : 'ready'}
          {...(problem === undefined ? {} : { problem })}
          onRetry={() => void conversations.refetch()}
          hasShortcut
        >
          <span className="brand">
            <span className="brand__mark" aria-hidden="true" />
            Threadwork
          </span>
        </ConversationList>
        <SideMenu name={name} onTape={(file) => void recording.open(file)} />
      </div>
      <button
        className="workspace__veil"
        type="button"
        aria-label="Close the list"
        onClick={() => setListOpen(false)}
      />
      {recording.tape ? (
        <Suspense>
          <TapePane tape={recording.tape} onClose={recording.close} />
        </Suspense>
      ) : (
        <ConversationPane
          conversationId={conversationId}
          wire={(conversationId !== null && preferences.wireOf[conversationId]) || preferences.wire}
          onCreate={create}
          onOpenList={() => setListOpen(true)}
        />
      )}
    </div>
  )
}
