/** Ends the session everywhere and goes to the start. */
export const signOut = async (): Promise<void> => {
  await fetch('/auth/sign-out', { method: 'POST', headers: { 'X-Threadwork': '1' } })
  location.assign('/')
}
