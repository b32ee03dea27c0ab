import { serveBackend } from '@threadwork/backend/node'

process.exit(await serveBackend(process.env))
