import type { Mocks } from '@threadwork/mocks'

let mocks: Mocks | null = null

/** Starts the mocked server; resolves to whether this tab shows a page of that instead of the app. */
export const startMocked = async (): Promise<boolean> => {
  const { showServerPage, startMocks } = await import('@threadwork/mocks')
  const asked = new URLSearchParams(location.search)
  mocks = await startMocks({
    profile: asked.get('profile') === 'field' ? 'field' : 'documented',
    pace: Number(asked.get('pace') ?? sessionStorage.getItem('threadwork-pace') ?? 1),
  })
  return showServerPage()
}

/** Lets milliseconds pass at once on the mocked server, whichever tab runs it. */
export const letPass = (ms: number): void => mocks?.skip(ms)
