import '@threadwork/react/styles.css'
import '@threadwork/react/inspector.css'
import './preview.css'
import { languageOf, languages } from './languages/packs.ts'
import { ComponentDocs } from './pages/ComponentDocs.tsx'
import { preloadThread, StringsProvider, ThreadworkRoot, type Theme } from '@threadwork/react'
import type { Decorator, Preview } from '@storybook/react-vite'

const item = (value: string, title: string) => ({ value, title })

const themes: readonly Theme[] = ['light', 'dark', 'system']
const themeOf = (value: unknown): Theme => themes.find((theme) => theme === value) ?? 'light'

const directionOf = ({ direction, language }: Readonly<Record<string, unknown>>): string =>
  direction === 'ltr' || direction === 'rtl' ? direction : languageOf(language).direction

const inRoot: Decorator = (Story, { globals }) => (
  <ThreadworkRoot
    theme={themeOf(globals.theme)}
    className="stage"
    lang={languageOf(globals.language).tag}
    dir={directionOf(globals)}
  >
    <StringsProvider strings={languageOf(globals.language).strings}>
      <div className="stage__column" data-width={String(globals.width ?? 'wide')}>
        <Story />
      </div>
    </StringsProvider>
  </ThreadworkRoot>
)

const disabledRulesOf = (a11y: unknown): readonly string[] => {
  const rules = (a11y as { config?: { rules?: { id: string; enabled?: boolean }[] } } | undefined)?.config
    ?.rules
  return (rules ?? []).filter(({ enabled }) => enabled === false).map(({ id }) => id)
}

/** Under the tests a story is looked at in dark, right to left, high contrast, forced colours and at 320 px as well. */
const lookInEveryMode: Preview['afterEach'] = async ({ canvasElement, parameters }) => {
  const problems = await globalThis.checkStoryModes?.(canvasElement, disabledRulesOf(parameters.a11y))
  if (problems && problems.length > 0) throw new Error(problems.join('\n'))
}

const preview: Preview = {
  beforeAll: preloadThread,
  afterEach: lookInEveryMode,
  decorators: [inRoot],
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    docs: { page: ComponentDocs },
    a11y: { test: 'error' },
    options: {
      storySort: {
        order: ['Gallery', 'Whole app', 'Message', 'Cards', 'Conversation', 'Foundations', 'Guides'],
      },
    },
  },
  initialGlobals: { theme: 'light', language: 'en', direction: 'auto', width: 'wide' },
  globalTypes: {
    theme: {
      description: 'Theme',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: [item('light', 'Light'), item('dark', 'Dark'), item('system', 'System')],
      },
    },
    language: {
      description: 'Language',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: languages.map(({ tag, name }) => item(tag, name)),
      },
    },
    direction: {
      description: 'Direction of writing',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [item('auto', 'As the language'), item('ltr', 'Left to right'), item('rtl', 'Right to left')],
      },
    },
    width: {
      description: 'Width of the column',
      toolbar: {
        icon: 'grow',
        dynamicTitle: true,
        items: [item('wide', '720 px'), item('phone', '390 px'), item('narrow', '320 px')],
      },
    },
  },
}

export default preview
