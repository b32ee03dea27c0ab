/** What the page says, and the form on it, where something is to be decided. */
export interface ConsentPage {
  readonly title: string
  readonly text: string
  readonly form?: { readonly action: string; readonly token: string }
}

const styles = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; }
main { max-width: 26rem; margin: 1rem; padding: 1.5rem 2rem 2rem; border: 1px solid GrayText; border-radius: 12px; }
h1 { font-size: 1.25rem; margin: 0 0 .5rem; }
form { display: flex; gap: .75rem; margin-top: 1.25rem; }
button { font: inherit; padding: .5rem 1.25rem; border-radius: 8px; border: 1px solid GrayText; cursor: pointer; }
`

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')

/** The page as HTML: no script, and no style but its own, which `nonce` admits. */
export function consentHtml({ title, text, form }: ConsentPage, nonce: string): string {
  const fields = form
    ? `<form method="post" action="${escapeHtml(form.action)}">
<input type="hidden" name="token" value="${escapeHtml(form.token)}">
<button name="decision" value="allow">Allow</button>
<button name="decision" value="deny">Deny</button>
</form>`
    : ''
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style nonce="${escapeHtml(nonce)}">${styles}</style>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
${fields}
</main>
</html>
`
}
