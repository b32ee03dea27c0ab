import '@threadwork/react/styles.css'
import '@threadwork/react/chart.css'
import './app.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { queryClient } from './query.ts'

/** Starts the mocked server; resolves to whether this tab shows a page of that instead of the app. */
const startMocked = async (): Promise<boolean> => {
  const { showServerPage, startMocks } = await import('@threadwork/mocks')
  const asked = new URLSearchParams(location.search)
  await startMocks({
    profile: asked.get('profile') === 'field' ? 'field' : 'documented',
    pace: Number(asked.get('pace') ?? sessionStorage.getItem('threadwork-pace') ?? 1),
  })
  return showServerPage()
}

const root = document.getElementById('root')
if (!root) throw new Error('The page has no element with the id "root", so the app has no place. Add one.')

const isElsewhere = __MOCKED__ && (await startMocked())

if (!isElsewhere)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  )
