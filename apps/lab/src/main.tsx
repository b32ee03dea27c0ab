import '@threadwork/react/styles.css'
import { Markdown, OriginPolicyProvider, Thread, ThreadworkRoot } from '@threadwork/react'
import { useSyncExternalStore, type ReactElement } from 'react'
import { createRoot } from 'react-dom/client'
import { createLab, type Scene } from './lab.ts'

const store = createLab()
window.lab = store.lab

const origins = { imageOrigins: __IMAGE_ORIGINS__, linkOrigins: __LINK_ORIGINS__, isLoopbackTrusted: false }

const View = ({ scene }: { readonly scene: Scene }): ReactElement | null => {
  switch (scene.type) {
    case 'empty':
      return null
    case 'markdown':
      return <Markdown text={scene.text} streaming={scene.streaming} />
    case 'conversation':
      return <Thread items={scene.conversation.items} phase={scene.conversation.phase} />
  }
}

const Page = (): ReactElement => {
  const scene = useSyncExternalStore(
    (listener) => store.subscribe(listener),
    () => store.getScene(),
  )
  return (
    <ThreadworkRoot>
      <OriginPolicyProvider value={origins}>
        <View scene={scene} />
      </OriginPolicyProvider>
    </ThreadworkRoot>
  )
}

const root = document.getElementById('root')
if (!root) throw new Error('The page has no element with the id "root", so the lab has no place. Add one.')
createRoot(root).render(<Page />)
