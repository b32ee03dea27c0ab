/** The look of the reference: light or dark as the reader has it, from 320 px on. */
export const referenceStyles = `
:root { color-scheme: light dark; --paper: light-dark(#fff, #16181d); --ink: light-dark(#1c1f26, #e6e8ee);
  --soft: light-dark(#5b6270, #a0a7b5); --line: light-dark(#e2e5ea, #2c313b); --tint: light-dark(#f5f6f8, #1e2229);
  --link: light-dark(#2b54c4, #8fb0ff);
  --get: light-dark(#1c6e42, #6fd39b); --post: light-dark(#2b54c4, #8fb0ff); --patch: light-dark(#8a5300, #f0b860); --delete: light-dark(#b3261e, #ff9d94);
  font: 1rem/1.55 system-ui, sans-serif; scroll-padding-top: 1rem; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); display: grid; grid-template-columns: 17rem minmax(0, 1fr); }
a { color: var(--link); text-underline-offset: .15em; }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1.5rem 1rem 2rem 1.5rem; border-inline-end: 1px solid var(--line); background: var(--tint); font-size: .875rem; }
article > .address { max-width: none; }
nav > a { font-weight: 650; font-size: 1rem; color: inherit; text-decoration: none; }
nav summary { cursor: pointer; font-weight: 600; padding-block: .3rem; }
nav ul { list-style: none; margin: 0 0 .5rem; padding: 0; }
nav li a { display: block; padding: .2rem .6rem; border-radius: 6px; color: var(--soft); text-decoration: none; }
nav li a:hover { background: var(--line); color: var(--ink); }
main { padding: 2.5rem clamp(1rem, 5vw, 4rem) 5rem; max-width: 62rem; min-width: 0; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .75rem; letter-spacing: -.015em; }
h2 { font-size: 1.375rem; margin: 3rem 0 .25rem; padding-block-end: .4rem; border-block-end: 1px solid var(--line); letter-spacing: -.01em; }
h3 { font-size: 1.0625rem; margin: 0 0 .4rem; }
h4 { font-size: .75rem; font-weight: 650; text-transform: uppercase; letter-spacing: .06em; color: var(--soft); margin: 1.1rem 0 .3rem; }
h2 + p, .lead { color: var(--soft); margin-block-start: .3rem; max-width: 46rem; }
article { border: 1px solid var(--line); border-radius: 12px; padding: 1.1rem 1.25rem 1.25rem; margin-block-start: 1.1rem; }
article > p { margin: .5rem 0 0; max-width: 46rem; }
.address { display: flex; gap: .6rem; align-items: baseline; background: var(--tint); border-radius: 8px; padding: .45rem .7rem; }
.address b { font: 650 .75rem ui-monospace, monospace; color: var(--get); }
.address b[data-method=post] { color: var(--post); } .address b[data-method=patch] { color: var(--patch); } .address b[data-method=delete] { color: var(--delete); }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
small { color: var(--soft); font-size: .8125rem; overflow-wrap: anywhere; }
dl { margin: 0; }
dl > div { display: grid; grid-template-columns: minmax(8rem, 14rem) minmax(0, 1fr); gap: .25rem 1rem; padding-block: .4rem; border-block-start: 1px solid var(--line); }
dl > div:first-child { border-block-start: 0; }
dt { min-width: 0; } dt b { font-size: .75rem; font-weight: 600; color: var(--delete); }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere; } dd > span + span { display: block; color: var(--soft); font-size: .9375rem; }
dd dl > div { grid-template-columns: minmax(0, 1fr); gap: 0; }
dd dl { margin-block-start: .4rem; padding-inline-start: .8rem; border-inline-start: 2px solid var(--line); }
q { quotes: none; font: .9em ui-monospace, monospace; }
:target { outline: 2px solid var(--link); outline-offset: 4px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }
@media (max-width: 52rem) {
  body { display: block; }
  nav { position: static; height: auto; border-inline-end: 0; border-block-end: 1px solid var(--line); padding: 1rem; }
  nav > a { display: none; }
  nav li a, nav summary { padding-block: .6rem; }
  main { padding-block-start: 1.5rem; }
  dl > div { grid-template-columns: minmax(0, 1fr); }
}
@media print { nav { display: none; } body { display: block; } article { break-inside: avoid; } }
`
