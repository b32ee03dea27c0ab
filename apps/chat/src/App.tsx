import { RequestError } from '@threadwork/headless'
import { OriginPolicyProvider, ThreadworkRoot } from '@threadwork/react'
import { useMemo, type ReactElement } from 'react'
import { Gate } from './Gate.tsx'
import { usePreferences } from './preferences.ts'
import { useConversations, usePerson, usePolicy } from './query.ts'
import { Workspace } from './Workspace.tsx'

const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname)
const nowhere: readonly string[] = []

/** The reference client: who may come in, and then the conversations. */
export const App = (): ReactElement => {
  const { theme } = usePreferences()
  const policy = usePolicy().data
  const origins = useMemo(
    () => ({
      linkOrigins: policy?.linkOrigins ?? nowhere,
      imageOrigins: policy?.imageOrigins ?? nowhere,
      // In development the other service's page is served on this very machine.
      isLoopbackTrusted: isLoopback,
    }),
    [policy],
  )
  return (
    <ThreadworkRoot className="app" {...(theme === 'system' ? {} : { theme })}>
      <OriginPolicyProvider value={origins}>
        <Entrance />
      </OriginPolicyProvider>
    </ThreadworkRoot>
  )
}

const Entrance = (): ReactElement => {
  const person = usePerson()
  if (person.isPending) return <Gate kind="loading" />
  if (person.isError)
    return <Gate kind="failed" problem={person.error.message} onRetry={() => void person.refetch()} />
  if (person.data.status === 'signed-out') return <Gate kind="signed-out" />
  return <Admission name={person.data.name} />
}

// Being signed in is one thing; having access to this agent is another.
const Admission = ({ name }: { readonly name: string | null }): ReactElement => {
  const { error } = useConversations()
  const failure = error instanceof RequestError ? error.failure : null
  if (failure?.reason === 'no-access')
    return <Gate kind="no-access" name={name} problem={failure.message} requestId={failure.requestId} />
  if (failure?.reason === 'signed-out') return <Gate kind="signed-out" />
  return <Workspace name={name} />
}
