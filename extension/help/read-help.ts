import { marked, type Token, type Tokens } from 'marked'

interface HelpSection {
  /** The code that leads here. */
  readonly id: string
  readonly title: string
  readonly html: string
}

interface HelpGroup {
  readonly title: string
  readonly lead: string
  readonly sections: readonly HelpSection[]
}

export interface Help {
  readonly title: string
  readonly lead: string
  readonly groups: readonly HelpGroup[]
}

/** What GitHub makes a place to link to out of. */
const ANCHOR = /^<a id="([a-z-]+)"><\/a>$/

const htmlOf = (tokens: readonly Token[]): string => marked.parser([...tokens])

/** The help goes into a page of the extension: nothing in it may lead out of it, or be made by hand. */
const refuseForeign = (tokens: readonly Token[], ids: ReadonlySet<string>): void =>
  void marked.walkTokens([...tokens], (token) => {
    if (token.type === 'html' || token.type === 'image')
      throw new Error(`The help holds ${token.raw.trim()}`)
    const href = token.type === 'link' ? (token as Tokens.Link).href : null
    if (href !== null && !(href.startsWith('#') && ids.has(href.slice(1))))
      throw new Error(`The help links to ${href}, which is no section of it`)
  })

/**
 * The text of docs/help.md by its headings: one of the first level, groups, and sections that each have an anchor before
 * them. Throws where it is made differently.
 */
export const readHelp = (markdown: string): Help => {
  const help = { title: '', lead: [] as Token[], groups: [] as ReturnType<typeof groupOf>[] }
  const groupOf = (title: string) => ({
    title,
    lead: [] as Token[],
    sections: [] as { id: string; title: string; tokens: Token[] }[],
  })
  const ids = new Set<string>()
  let anchor: string | null = null
  let at = help.lead
  for (const token of marked.lexer(markdown)) {
    const id = ANCHOR.exec(token.raw.trim())?.[1]
    const group = help.groups.at(-1)
    if (id !== undefined) {
      if (ids.has(id)) throw new Error(`The help has ${id} twice`)
      ids.add(id)
      anchor = id
    } else if (token.type !== 'heading') at.push(token)
    else if (token.depth === 1) help.title = String(token.text)
    else if (token.depth === 2) {
      const next = groupOf(String(token.text))
      help.groups.push(next)
      at = next.lead
    } else {
      if (anchor === null || !group) throw new Error(`The help has no anchor for ${token.text}`)
      const section = { id: anchor, title: String(token.text), tokens: [] as Token[] }
      group.sections.push(section)
      at = section.tokens
      anchor = null
    }
  }
  const written = (tokens: readonly Token[]): string => {
    refuseForeign(tokens, ids)
    return htmlOf(tokens)
  }
  return {
    title: help.title,
    lead: written(help.lead),
    groups: help.groups.map(({ title, lead, sections }) => ({
      title,
      lead: written(lead),
      sections: sections.map(({ id, title, tokens }) => ({ id, title, html: written(tokens) })),
    })),
  }
}
