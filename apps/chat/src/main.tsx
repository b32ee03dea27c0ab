import '@threadwork/react/styles.css'
import '@threadwork/react/chart.css'
import './app.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { startMocked } from './mocked-server.ts'
import { queryClient } from './query.ts'

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
