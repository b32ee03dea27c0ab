import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { playwright } from '@vitest/browser-playwright'
import { msw } from 'msw/vite'
import { defineConfig } from 'vitest/config'
import { chromiumFlags, findChromium } from './scripts/find-chromium.mjs'

const resolve = { conditions: ['source', 'module', 'browser', 'development|production'] }

// Built anew for each project: Vitest changes the instances that it is given.
const chromium = () => {
  const executablePath = findChromium()
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({
      launchOptions: { args: [...chromiumFlags], ...(executablePath ? { executablePath } : {}) },
    }),
    instances: [{ browser: 'chromium' as const }],
  }
}

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { conditions: ['source', 'node', 'module', 'development|production'] },
        ssr: { resolve: { conditions: ['source', 'node', 'module', 'development|production'] } },
        test: {
          name: 'unit',
          environment: 'node',
          // Property tests on two shared cores.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: [
            '{packages,apps}/*/src/**/*.test.ts',
            'mocks/src/**/*.test.ts',
            'tests/*.test.ts',
            'tests/integration/**/*.test.ts',
            'tests/attacks/**/*.test.ts',
          ],
          exclude: ['**/*.browser.test.ts', '**/node_modules/**', '**/dist/**'],
        },
      },
      {
        resolve,
        // Found while tests run, a dependency reloads the page under them: what the workers load is named here.
        optimizeDeps: { entries: ['packages/backend/src/code/run-*.ts'] },
        // Serves the worker’s script.
        plugins: [msw({ mode: 'worker-only' })],
        test: {
          name: 'browser',
          include: [
            '{packages,apps}/*/src/**/*.test.tsx',
            '{packages,apps}/*/src/**/*.browser.test.ts',
            'mocks/src/**/*.browser.test.ts',
            'tests/integration/**/*.test.tsx',
            'tests/integration/**/*.browser.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/dist/**'],
          testTimeout: 60_000,
          // Two shared cores: what a test waits for may take its time.
          expect: { poll: { timeout: 15_000 } },
          browser: chromium(),
        },
      },
      {
        resolve: { conditions: ['source', 'node', 'module', 'development|production'] },
        ssr: { resolve: { conditions: ['source', 'node', 'module', 'development|production'] } },
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.e2e.ts'],
          globalSetup: './tests/e2e/start-worlds.ts',
          testTimeout: 60_000,
          hookTimeout: 180_000,
          // One browser and one server; a flow mostly waits, so two go side by side.
          maxWorkers: 2,
        },
      },
      {
        resolve,
        plugins: [storybookTest({ configDir: fileURLToPath(new URL('./.storybook', import.meta.url)) })],
        test: {
          name: 'stories',
          setupFiles: ['./.storybook/vitest.setup.ts'],
          // Each story is looked at in six modes.
          testTimeout: 60_000,
          browser: chromium(),
        },
      },
    ],
  },
})
