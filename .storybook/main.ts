import type { StorybookConfig } from '@storybook/react-vite'
import { diagramFramePlugin } from '@threadwork/react/diagram-frame'
import { mergeConfig } from 'vite'

const config: StorybookConfig = {
  stories: ['../packages/*/src/**/*.stories.tsx', './{gallery,languages,pages,scenarios}/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: { name: '@storybook/react-vite', options: {} },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The other doc generator asks TypeScript's JavaScript API, which TypeScript 7 does not have.
  typescript: { reactDocgen: 'react-docgen' },
  viteFinal: (inherited) =>
    mergeConfig(inherited, {
      plugins: [diagramFramePlugin()],
      resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
    }),
}

export default config
