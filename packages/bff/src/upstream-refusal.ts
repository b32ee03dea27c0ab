import { type Problem, problems } from './problem.ts'

/** Nothing longer than this is read of an answer that the BFF does not pass on. */
export const refusalBytes: number = 64 * 1024

const isNoAccess = (body: string): boolean => {
  try {
    const parsed: unknown = JSON.parse(body)
    return (
      typeof parsed === 'object' &&
      parsed !== null &&
      'error_code' in parsed &&
      parsed.error_code === 'user_nonactive_or_missing'
    )
  } catch {
    return false
  }
}

/**
 * Puts an upstream's 401 in the page's words: an account without access stays signed in; anything else is a token
 * that the upstream does not take.
 */
export const refusalOf = (body: string): { readonly isNoAccess: boolean; readonly problem: Problem } =>
  isNoAccess(body)
    ? {
        isNoAccess: true,
        problem: problems.noAccess('Ask whoever runs this service to give your account access.'),
      }
    : {
        isNoAccess: false,
        problem: problems.signedOut('The service no longer accepts this sign-in. Sign in again.'),
      }

/** A server error of the upstream with its status, and without its body, which may hold its internals. */
export const failureOf = (status: number): Problem => ({
  ...problems.upstreamFailed(
    'Try again in a moment. If it goes on, give the request id to whoever runs this service.',
  ),
  status,
})
