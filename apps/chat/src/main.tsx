import '@threadwork/react/styles.css'
import './app.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { queryClient } from './query.ts'

const startMocked = async (): Promise<void> => {
  const { startMocks } = await import('@threadwork/mocks')
  const asked = new URLSearchParams(location.search)
  await startMocks({
    profile: asked.get('profile') === 'field' ? 'field' : 'documented',
    pace: Number(asked.get('pace') ?? sessionStorage.getItem('threadwork-pace') ?? 1),
  })
}

const root = document.getElementById('root')
if (!root) throw new Error('The page has no element with the id "root", so the app has no place. Add one.')

if (__MOCKED__) await startMocked()

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
