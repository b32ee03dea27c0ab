const isAddressed = (path: string): boolean => path.startsWith('/dev/connect/')

const show = (page: Document): void => {
  document.head.replaceChildren(...page.head.childNodes)
  document.body.replaceChildren(...page.body.childNodes)
}

const load = async (url: string, init?: RequestInit): Promise<void> => {
  const answer = await fetch(url, init)
  show(new DOMParser().parseFromString(await answer.text(), 'text/html'))
}

const send = (event: SubmitEvent): void => {
  event.preventDefault()
  const form = event.target as HTMLFormElement // what else is submitted
  const fields = [...new FormData(form, event.submitter)].map(([name, value]) => [
    name,
    typeof value === 'string' ? value : value.name,
  ])
  void load(form.action, { method: 'POST', body: new URLSearchParams(fields) })
}

/**
 * Shows a page of the mocked server in this tab when its address is one, and resolves to whether it is. A worker
 * answers navigations only while a tab that runs the mock can be seen, and this tab covers that one; so the page is
 * fetched, and so is what its form sends.
 */
export const showServerPage = async (): Promise<boolean> => {
  if (!isAddressed(location.pathname)) return false
  document.addEventListener('submit', send)
  await load(location.href)
  return true
}
