import type { FrameSite } from './frame-site.ts'

/** A frame, and whether what is in it may be paid. */
export interface FrameRow {
  readonly id: string
  readonly paid: boolean
  /** The background may never hear of it, and then the popup does not list it. */
  readonly silent?: boolean
  readonly html: string
}

const quote = (text: string): string =>
  `"${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`

/** `<iframe>` with these attributes; null leaves one out. */
export const iframe = (attributes: Readonly<Record<string, string | null>>): string => {
  const written = Object.entries(attributes).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${quote(value)}`],
  )
  return `<iframe ${written.join(' ')}></iframe>`
}

type Origin = 'a' | 'b'

/** No HTML documents, or none with an address that says whose they are, or held by what has no window. */
const SILENT = ['blob', 'data', 'script address', 'embed', 'object, cross origin', 'xhtml', 'svg']

/** One frame of the page on `a`, with an `allow`. */
const plainRows = ({ tag, page, redirect, origins }: FrameSite): FrameRow[] => {
  const { a, b } = origins
  const row = (id: string, paid: boolean, origin: Origin, allow: string | null): FrameRow => ({
    id,
    paid,
    html: iframe({ src: page(origin, tag(id)), allow }),
  })
  const moved = (id: string, paid: boolean, allow: string | null): FrameRow => ({
    id,
    paid,
    html: iframe({ src: redirect('a', page('b', tag(id))), allow }),
  })
  return [
    row('same origin', true, 'a', null),
    row('same origin, another feature', true, 'a', "camera 'none'"),
    row('same origin, none', false, 'a', "monetization 'none'"),
    row('same origin, only another', false, 'a', `monetization ${b}`),
    row('cross origin', false, 'b', null),
    row('cross origin, empty', false, 'b', ''),
    row('cross origin, another feature', false, 'b', 'camera *'),
    row('cross origin, allowed', true, 'b', 'monetization'),
    row('cross origin, among features', true, 'b', "camera 'none'; monetization ; autoplay *"),
    row('cross origin, everybody', true, 'b', 'monetization *'),
    row('cross origin, src', true, 'b', "monetization 'SRC'"),
    row('cross origin, self', false, 'b', "monetization 'self'"),
    row('cross origin, none', false, 'b', "monetization 'none'"),
    row('cross origin, listed', true, 'b', `monetization https://x.example ${b}`),
    row('cross origin, another listed', false, 'b', 'monetization https://x.example'),
    row('cross origin, the parent listed', false, 'b', `monetization ${a}`),
    row('cross origin, wrong case', false, 'b', 'Monetization'),
    row('cross origin, allowed at last', true, 'b', "monetization 'none'; monetization"),
    row('cross origin, refused at last', false, 'b', "monetization; monetization 'none'"),
    moved('redirected elsewhere', false, null),
    moved('redirected elsewhere, allowed', false, 'monetization'),
    moved('redirected elsewhere, everybody', true, 'monetization *'),
  ]
}

/** Frames in frames. */
const deepRows = ({ tag, page }: FrameSite): FrameRow[] => {
  /** From the outermost frame to the innermost, which has the tag. */
  const row = (id: string, paid: boolean, ...chain: readonly [Origin, string | null][]) => ({
    id,
    paid,
    html: chain.reduceRight(
      (inner, [origin, allow]) => iframe({ src: page(origin, inner), allow }),
      tag(id),
    ),
  })
  const yes = 'monetization'
  return [
    row('nested, inherited', true, ['b', yes], ['b', null]),
    row('nested, gap inside', false, ['b', yes], ['a', null]),
    row('nested, all allowed', true, ['b', yes], ['a', yes]),
    row('nested, gap outside', false, ['b', null], ['a', yes]),
    row('nested, same origin in a gap', false, ['b', null], ['b', yes]),
    row('five deep', true, ['b', yes], ['a', yes], ['b', yes], ['a', yes], ['b', yes]),
    row('five deep, one gap', false, ['b', yes], ['a', yes], ['b', null], ['a', yes], ['b', yes]),
    row(
      'five deep, same origin',
      true,
      ['a', null],
      ['a', null],
      ['a', null],
      ['a', null],
      ['a', null],
    ),
  ]
}

/** Frames with no address of their own, or no origin, or held by something else. */
const oddRows = ({ tag, page }: FrameSite): FrameRow[] => {
  const script = (id: string, code: string): string =>
    `<div data-row="${id}"></div><script>{
      const tag = ${JSON.stringify(tag(id)).replaceAll('<', '\\u003c')}
      const place = document.currentScript.previousElementSibling
      const frame = document.createElement('iframe')
      ${code}
    }</script>`
  const row = (id: string, paid: boolean, html: string): FrameRow => ({ id, paid, html })
  const made = (id: string, paid: boolean, code: string) => row(id, paid, script(id, code))
  const allow = 'monetization'
  const xhtml = (id: string) =>
    `<html xmlns="http://www.w3.org/1999/xhtml"><head>${tag(id).replace('>', '/>')}</head></html>`
  return [
    row('srcdoc', true, iframe({ srcdoc: tag('srcdoc') })),
    row(
      'srcdoc, none',
      false,
      iframe({ srcdoc: tag('srcdoc, none'), allow: "monetization 'none'" }),
    ),
    row(
      'srcdoc in a gap',
      false,
      iframe({ src: page('b', iframe({ srcdoc: tag('srcdoc in a gap') })) }),
    ),
    made('blank', true, `place.append(frame); frame.contentDocument.body.innerHTML = tag`),
    made(
      'written',
      true,
      `place.append(frame)
      const { contentDocument } = frame
      contentDocument.open(); contentDocument.write(tag); contentDocument.close()`,
    ),
    made(
      'cross origin in a written one',
      true,
      `place.append(frame)
      const { contentDocument } = frame
      contentDocument.open()
      contentDocument.write(${JSON.stringify(iframe({ src: page('b', tag('cross origin in a written one')), allow }))})
      contentDocument.close()`,
    ),
    made(
      'blob',
      false,
      `frame.src = URL.createObjectURL(new Blob([tag], { type: 'text/html' })); place.append(frame)`,
    ),
    made(
      'script address',
      false,
      `frame.src = 'javascript:' + JSON.stringify(tag); place.append(frame)`,
    ),
    row('data', false, iframe({ src: `data:text/html,${tag('data')}`, allow: 'monetization *' })),
    row('sandbox', false, iframe({ src: page('a', tag('sandbox')), sandbox: '' })),
    row(
      'sandbox, self',
      false,
      iframe({ src: page('a', tag('sandbox, self')), sandbox: '', allow: "monetization 'self'" }),
    ),
    row(
      'sandbox, allowed',
      true,
      iframe({ src: page('b', tag('sandbox, allowed')), sandbox: 'allow-scripts', allow }),
    ),
    row(
      'sandbox, srcdoc, allowed',
      true,
      iframe({ srcdoc: tag('sandbox, srcdoc, allowed'), sandbox: '', allow }),
    ),
    row(
      'sandbox with its origin',
      true,
      iframe({
        src: page('a', tag('sandbox with its origin')),
        sandbox: 'allow-scripts allow-same-origin',
      }),
    ),
    row(
      'sandbox with its origin, cross origin',
      false,
      iframe({
        src: page('b', tag('sandbox with its origin, cross origin')),
        sandbox: 'allow-scripts allow-same-origin',
      }),
    ),
    made(
      'closed shadow tree',
      true,
      `frame.allow = 'monetization'
      frame.src = ${JSON.stringify(page('b', tag('closed shadow tree')))}
      place.attachShadow({ mode: 'closed' }).append(frame)`,
    ),
    row('object', true, `<object type="text/html" data="${page('a', tag('object'))}"></object>`),
    row(
      'object, cross origin',
      false,
      `<object type="text/html" data="${page('b', tag('object, cross origin'))}"></object>`,
    ),
    row('embed', false, `<embed type="text/html" src="${page('a', tag('embed'))}">`),
    row(
      'frameset',
      true,
      iframe({
        src: page('a', `<frameset><frame src="${page('a', tag('frameset'))}"></frameset>`),
      }),
    ),
    row('xhtml', false, iframe({ src: page('a', xhtml('xhtml'), 'application/xhtml+xml') })),
    row(
      'svg',
      false,
      iframe({
        src: page(
          'a',
          `<svg xmlns="http://www.w3.org/2000/svg"><foreignObject>${xhtml('svg')}</foreignObject></svg>`,
          'image/svg+xml',
        ),
      }),
    ),
  ]
}

/** The frames of one page on `a`. */
export const frameRows = (site: FrameSite): FrameRow[] =>
  [...plainRows(site), ...deepRows(site), ...oddRows(site)].map((row) => ({
    ...row,
    silent: SILENT.includes(row.id),
  }))
