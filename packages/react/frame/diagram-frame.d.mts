/**
 * The page that draws diagrams, with mermaid in it, as one text. Serve it from the app's own origin, with
 * `frameHeaders`, and give its address to `diagrams({ frame })`. Needs `mermaid` to be installed.
 */
export declare const diagramFrame: () => string

/** Headers for that page: opaque even when opened by itself, and framed by this origin alone. */
export declare const frameHeaders: Readonly<Record<string, string>>

/** As much of a Vite plugin as this one is. */
interface FramePlugin {
  readonly name: string
}

/** For Vite: serves the page at `/diagram-frame.html` while developing, and writes it beside the built app. */
export declare const diagramFramePlugin: () => FramePlugin
