import { useEffect, useState, type ReactElement } from 'react'
import { signOut } from './sign-out.ts'

export type GateProps =
  | { readonly kind: 'loading' | 'signed-out' }
  | { readonly kind: 'failed'; readonly problem: string; readonly onRetry: () => void }
  | {
      readonly kind: 'no-access'
      readonly name: string | null
      readonly problem: string
      readonly requestId: string | null
    }

/** What stands before the conversations: waiting, signing in, or no way in. */
export const Gate = (props: GateProps): ReactElement => (
  <main className="gate">
    <div className="gate__card">
      <span className="brand__mark" aria-hidden="true" />
      <GateText {...props} />
    </div>
  </main>
)

const GateText = (props: GateProps): ReactElement => {
  switch (props.kind) {
    case 'loading':
      return <Loading />
    case 'signed-out':
      return (
        <>
          <h1>Sign in to Threadwork</h1>
          <p>Your conversations, and what the assistant does in your name, belong to your account.</p>
          <a className="button" href={`/auth/sign-in?return_to=${encodeURIComponent(location.pathname)}`}>
            Sign in
          </a>
        </>
      )
    case 'failed':
      return (
        <>
          <h1>Threadwork did not start</h1>
          <p role="alert">{props.problem}</p>
          <button className="button" type="button" onClick={props.onRetry}>
            Try again
          </button>
        </>
      )
    case 'no-access':
      return (
        <>
          <h1>You have no access to this assistant</h1>
          <p>
            {props.name ? `You are signed in as ${props.name}. ` : ''}
            {props.problem}
          </p>
          {props.requestId !== null && <p className="gate__detail">Request {props.requestId}</p>}
          <button className="button" type="button" onClick={() => void signOut()}>
            Sign in as somebody else
          </button>
        </>
      )
  }
}

// A moment of nothing is calmer than a flash of words.
const Loading = (): ReactElement => {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 600)
    return () => clearTimeout(timer)
  }, [])
  return <p role="status">{isSlow ? 'Starting…' : ''}</p>
}
