import * as fc from 'fast-check'

type Text = fc.Arbitrary<string>

const one = (...texts: readonly string[]): Text => fc.constantFrom(...texts)
const join = (...parts: readonly (Text | string)[]): Text =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((all) => all.join(''))

const call = one('alert(1)', 'twkRan()', '(twkRan)``', 'top.twkRan()', 'confirm`1`', 'twkRan&lpar;&rpar;')
const host = one(
  'evil.test',
  'images.example.evil.test',
  'images.example@evil.test',
  'images.example\\@evil.test',
  'images.example:444',
  'ımages.example',
  'images。example。evil.test',
  'evil.test#images.example',
  '[::1]:9',
  '127.0.0.1:9',
  '2130706433',
  '0x7f.1',
  'evil.test%00.images.example',
  'ｅｖｉｌ．ｔｅｓｔ',
  '\u202Etset.live',
)
const scheme = one(
  'https://',
  'http://',
  '//',
  '\\\\',
  'https:\\\\',
  'https:/',
  'HTTPS://',
  'ftp://',
  'ws://',
  '/\\',
)
const remote = join(
  scheme,
  host,
  one('/p.gif', '/?q=', '/a(b)', '/%22onerror=twkRan()', '/"x', "/'x", '/ x', '#', ''),
)
const script = join(
  one(
    'javascript:',
    'JaVaScRiPt:',
    'vbscript:',
    'data:text/html,<script>',
    'data:text/html;base64,',
    'jar:javascript:',
    'view-source:javascript:',
    'blob:',
    'feed:javascript:',
    'javascript://%0a',
  ),
  call,
)

const entityOf = (character: string, form: number): string => {
  const code = character.codePointAt(0) ?? 0
  switch (form % 6) {
    case 0:
      return `&#${code};`
    case 1:
      return `&#x${code.toString(16)};`
    case 2:
      return `&#0000${code}`
    case 3:
      return `%${code.toString(16).padStart(2, '0')}`
    case 4:
      return `\\${character}`
    default:
      return character
  }
}
const hidden = one(
  '\u200B',
  '\u00AD',
  '\uFEFF',
  '\t',
  '\n',
  '\u0000',
  '\u0001',
  '&Tab;',
  '&NewLine;',
  '&colon;',
  '\u2028',
  '\u202E',
  '\uD800',
)

/** A text with some of its characters written otherwise, or with what cannot be seen between them. */
const obscured = (text: Text): Text =>
  fc
    .tuple(text, fc.array(fc.tuple(fc.nat(200), fc.nat(6), fc.option(hidden, { nil: '' })), { maxLength: 4 }))
    .map(([whole, changes]) =>
      changes.reduce((soFar, [at, form, between]) => {
        const characters = Array.from(soFar)
        const place = at % Math.max(1, characters.length)
        characters[place] = entityOf(characters[place] ?? '', form) + between
        return characters.join('')
      }, whole),
    )

const address = fc.oneof(remote, script, obscured(remote), obscured(script))

const handler = one(
  'onerror',
  'onload',
  'onfocus',
  'ontoggle',
  'onbegin',
  'onpointerenter',
  'ONERROR',
  'on\u0000error',
  'onanimationstart',
)
const attribute = fc.oneof(
  join(handler, one('=', ' = ', '=\n'), one('', '"', "'", '`'), call),
  join(
    one(
      'src',
      'href',
      'srcset',
      'xlink:href',
      'action',
      'formaction',
      'poster',
      'background',
      'data',
      'ping',
      'style="background:url(',
      'srcdoc',
    ),
    one('=', '="', "='"),
    address,
    one('', '"', "'"),
  ),
  one(
    'autofocus',
    'id=root',
    'class="twk-card twk-approval"',
    'data-twk-kind=approval',
    'style=position:fixed;inset:0',
    'role=button',
    'contenteditable',
    'is=x',
    'slot=x',
    'tabindex=1',
  ),
)
const tag = one(
  'img',
  'script',
  'svg',
  'iframe',
  'object',
  'embed',
  'video',
  'audio',
  'link',
  'style',
  'base',
  'meta http-equiv=refresh content="0;url=//evil.test"',
  'form',
  'button',
  'input type=image',
  'textarea',
  'select',
  'details open',
  'math',
  'body',
  'table',
  'a',
  'picture',
  'source',
  'template',
  'dialog open',
  'x-y',
  'svg/onload',
  'image',
  'noscript',
  'portal',
  'marquee',
  'frameset',
  'label',
  'fencedframe',
)
const markup = join(
  one('<', '</', '<!--><', '<![CDATA[<', '<?x ', '<\n', '&lt;', '\\<', '<<'),
  tag,
  fc.array(join(one(' ', '/', '\n', '\t'), attribute), { maxLength: 3 }).map((all) => all.join('')),
  one('>', ' />', '', '>x', '></svg>', '></script>', '-->'),
  fc.option(call, { nil: '' }),
)

/** What does harm by itself wherever it is taken for markup. */
const harm = fc.oneof(
  join('<img src=x onerror=', call, '>'),
  join('<img src="', remote, '" onerror="', call, '">'),
  join('<details open ontoggle=', call, '>x</details>'),
  join('<iframe srcdoc="<script>parent.', call, '</script>"></iframe>'),
  join('<iframe src="javascript:parent.', call, '"></iframe>'),
  join('<svg><animate onbegin=', call, ' attributeName=x dur=1s>'),
  join('<input autofocus onfocus=', call, '>'),
  join('<video src=x onerror=', call, '></video>'),
  join('<link rel=stylesheet href="', remote, '" onerror=', call, '>'),
  join('<object data="', remote, '"></object><embed src="', remote, '">'),
  join('<style>@import "', remote, '"; * { background: url(', remote, ') }</style>'),
  join(
    '<div style="position:fixed;inset:0;background:url(',
    remote,
    ')" id=root class=twk-card>Approve</div>',
  ),
  join('<form action="', remote, '"><button autofocus>Approve</button></form>'),
)

const words = fc.oneof(
  one('click', 'https://bank.example', '**Approve**', '`x`', '![i](x)', ']', '[[', '\\]', '', ' '),
  obscured(one('bank.example', 'Approve')),
  markup,
)
const label = one('a', 'A b', '^1', '\\]', '__proto__', 'constructor', 'toString')

/** A formula or a diagram that tries to be more. */
const extra = fc.oneof(
  join(
    one('$', '$$', '\\(', '\\[', '$$\n', '```math\n'),
    one(
      '\\href{',
      '\\url{',
      '\\includegraphics{',
      '\\class{',
      '\\style{',
      '\\htmlId{',
      '\\htmlData{',
      '\\text{',
      '\\def\\a{\\a\\a}\\a{',
      '\\gdef\\x{',
      '\\color{',
      '\\unicode{',
      '\\rule{9999em}{',
      '\\mathbf{',
      '\\begin{array}{',
    ),
    fc.oneof(address, markup),
    one('}', '}{x}', '}{'),
    one('$', '$$', '\\)', '\\]', '\n$$', '\n```', ''),
  ),
  join(
    one('```mermaid\n', '~~~mermaid\n', '``` mermaid \n'),
    one(
      'graph TD; A["',
      'flowchart LR\nA-->B\nclick A href "',
      '%%{init: {"securityLevel":"loose","themeCSS":"',
      'sequenceDiagram\nA->>B: ',
      'graph TD; A@{ img: "',
      'classDiagram\nlink A "',
      '---\nconfig:\n  securityLevel: loose\n---\ngraph TD; A["',
    ),
    fc.oneof(address, markup),
    one('"]', '"', '', '" }'),
    one('\n```', '\n~~~', ''),
  ),
  join(
    '```',
    one(
      'js',
      'html',
      'ts',
      'css',
      'python',
      '__proto__',
      'constructor',
      'js onload=x',
      '"><img',
      'mermaid',
      'math',
      'text/html',
      '../../x',
      'a b',
    ),
    '\n',
    fc.oneof(markup, address),
    one('\n```', ''),
  ),
)

const leaf = fc.oneof(
  {
    weight: 3,
    arbitrary: join(
      one('[', '![', '[![x]('),
      words,
      one('](', '](<', '] (', ']: '),
      address,
      one(')', '>)', ' "t")', " 't' onerror=x)", ' "', ''),
    ),
  },
  {
    weight: 2,
    arbitrary: join(
      '[',
      label,
      ']: ',
      one('', '<'),
      address,
      one('', '>', ' "t"', ' (t)'),
      '\n\n',
      one('[x][', '![x][', '[', '!['),
      label,
      ']',
    ),
  },
  { weight: 1, arbitrary: join(one('<', '', '<mailto:', 'www.'), address, one('>', '', ' ')) },
  { weight: 2, arbitrary: markup },
  { weight: 2, arbitrary: harm },
  { weight: 2, arbitrary: extra },
)

const around = (inner: Text): Text =>
  fc.oneof(
    join(one('> ', '- ', '1. ', '- [ ] ', '- [x] ', '# ', '    ', '\t', '> > - ', '[^1]: ', '* * '), inner),
    join(one('**', '*', '~~', '`', '_', '``', '***'), inner, one('**', '*', '~~', '`', '_', '', '***')),
    join(
      '| a | b |\n| - | - |\n| ',
      inner.map((text) => text.replaceAll('\n', ' ')),
      one(' |', ' | x |', ''),
    ),
    join('[', inner, '](', address, ')'),
    join(
      one('```\n', '~~~html\n', '<div>\n', '<!--\n', '<details>\n\n'),
      inner,
      one('\n```', '\n~~~', '\n</div>', '\n-->', ''),
    ),
    join(inner, one('\n\n', '\n', ' ', '\u2028', '\r\n'), inner),
    obscured(inner),
  )

const once = around(leaf)
const drawn = fc.oneof(leaf, once, around(once)).filter((text) => text.length <= 260)

/** `count` attacks of our own grammar: markdown around markup, addresses, entities and what Unicode hides. */
export const drawnStrings = (count: number, seed: number): readonly string[] =>
  fc.sample(drawn, { numRuns: count, seed })
