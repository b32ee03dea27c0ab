// Runs in the sandboxed frame, below mermaid: draws what the page sends, and tells how high it became.
;(() => {
  const mermaid = globalThis.mermaid
  const root = document.getElementById('diagram')
  const tell = (message) => parent.postMessage({ twk: 'diagram', ...message }, '*')

  // On an origin of its own this file would hand that origin to whoever opens it.
  if (parent === window || window.origin !== 'null') return

  const configure = ({ ink, line, surface, soft, accent, font, isDark }) =>
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: 'strict',
      suppressErrorRendering: true,
      maxTextSize: 20_000,
      maxEdges: 400,
      theme: 'base',
      fontFamily: font,
      darkMode: isDark,
      themeVariables: {
        darkMode: isDark,
        background: surface,
        mainBkg: soft,
        primaryColor: soft,
        secondaryColor: soft,
        tertiaryColor: surface,
        primaryTextColor: ink,
        secondaryTextColor: ink,
        tertiaryTextColor: ink,
        textColor: ink,
        lineColor: line,
        primaryBorderColor: accent,
        secondaryBorderColor: line,
        tertiaryBorderColor: line,
        nodeBorder: accent,
        clusterBkg: surface,
        clusterBorder: line,
        edgeLabelBackground: surface,
        noteBkgColor: surface,
        noteTextColor: ink,
        noteBorderColor: line,
        fontFamily: font,
        fontSize: '14px',
      },
    })

  const disarm = () => {
    for (const link of root.querySelectorAll('a'))
      for (const name of ['href', 'xlink:href', 'target']) link.removeAttribute(name)
    for (const image of root.querySelectorAll('image, img')) image.remove()
  }

  const tellSize = () => {
    const drawing = root.querySelector('svg')
    if (drawing) tell({ type: 'size', height: Math.ceil(root.getBoundingClientRect().height) })
  }

  const draw = async ({ source, look }) => {
    try {
      // A frame of another scheme than the page would be painted white.
      document.documentElement.style.colorScheme = look.isDark ? 'dark' : 'light'
      document.documentElement.style.background = look.surface
      configure(look)
      const { svg, diagramType } = await mermaid.render('drawing', source)
      root.innerHTML = svg
      disarm()
      const title = root.querySelector('svg > title')?.textContent ?? ''
      tell({ type: 'drawn', kind: diagramType, title })
      tellSize()
    } catch {
      root.textContent = ''
      tell({ type: 'failed' })
    }
  }

  // One after another: mermaid keeps its configuration for the whole page.
  let last = Promise.resolve()
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || data?.twk !== 'draw') return
    last = last.then(() => draw(data))
  })
  new ResizeObserver(tellSize).observe(root)
  tell({ type: 'ready' })
})()
