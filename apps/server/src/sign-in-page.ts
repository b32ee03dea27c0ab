import type { Person } from './people.ts'

const initials = (name: string): string =>
  name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')

const button = (person: Person): string => `
        <button name="person" value="${person.id}">
          <span class="initials" aria-hidden="true">${initials(person.name)}</span>
          <span><strong>${person.name}</strong><small>${person.note}</small></span>
        </button>`

/** The page that asks who is signing in. `action` is where the choice goes. All text is our own. */
export const signInPage = (people: readonly Person[], action: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Sign in · Threadwork</title>
    <link rel="stylesheet" href="/sign-in.css">
  </head>
  <body>
    <main>
      <h1>Who is signing in?</h1>
      <p>This is the development sign-in: choose a person, no password needed.</p>
      <form method="post" action="${action}">${people.map(button).join('')}
      </form>
    </main>
  </body>
</html>
`

/** The page's style sheet, a file of its own: its policy allows nothing inline. */
export const signInStyle = `:root {
  color-scheme: light dark;
  font: 16px/1.5 system-ui, sans-serif;
}
body {
  margin: 0;
  min-height: 100vh;
  display: grid;
  place-items: center;
  background: light-dark(#f6f6f4, #161618);
  color: light-dark(#1d1d1f, #ededee);
}
main {
  width: min(26rem, calc(100vw - 3rem));
}
h1 {
  margin: 0;
  font-size: 1.5rem;
  letter-spacing: -0.01em;
}
p {
  margin: 0.25rem 0 1.5rem;
  color: light-dark(#5c5c63, #a3a3ab);
}
form {
  display: grid;
  gap: 0.5rem;
}
button {
  display: flex;
  gap: 0.875rem;
  align-items: center;
  padding: 0.75rem 1rem;
  border: 1px solid light-dark(#dcdcd8, #35353a);
  border-radius: 0.75rem;
  background: light-dark(#fff, #1f1f22);
  color: inherit;
  font: inherit;
  text-align: start;
  cursor: pointer;
}
button:hover {
  border-color: light-dark(#8d8d94, #7c7c85);
}
button:focus-visible {
  outline: 2px solid light-dark(#3451d1, #93a7ff);
  outline-offset: 2px;
}
.initials {
  display: grid;
  place-items: center;
  flex: none;
  width: 2.5rem;
  height: 2.5rem;
  border-radius: 50%;
  background: light-dark(#e7e9f7, #2c3150);
  font-weight: 600;
}
small {
  display: block;
  color: light-dark(#5c5c63, #a3a3ab);
}
`
