import { fromParse5 } from 'hast-util-from-parse5'
import { selectAll } from 'hast-util-select'
import { DocumentError } from '../document-error.ts'
import { isHidden } from './semantics.ts'
import { attributesOf, childrenOf, descendants, type HtmlElement, type HtmlNode, isElement } from './tree.ts'

/** Which elements of a page are left out of its text. */
export type Exclusion = (element: HtmlElement) => boolean

const NAVIGATION_ROLES: ReadonlySet<string> = new Set([
  'navigation',
  'search',
  'menu',
  'menubar',
  'toolbar',
  'tablist',
  'banner',
  'contentinfo',
])
/** Inside these a header or a footer belongs to its section, not to the page. */
const SECTIONS: ReadonlySet<string> = new Set(['article', 'section', 'main'])

const COOKIE_NAME =
  /(?:cookie|consent|gdpr|samtycke|kak(?:a|or|ruta|banner))[-_]*(?:s|consent|law|info)?[-_]*(?:banner|bar|notice|notis|popup|modal|dialog|message|overlay|box|ruta|layer|wrapper|container|panel)|cybotcookiebot|onetrust|usercentrics|cookiescript|(?:^|\s)(?:cookie[-_]?consent|cookie[-_]?samtycke)(?:$|\s)/i
const COOKIE_WORD = /cookie|consent|samtycke|kakor/i
const DIALOG_ROLES: ReadonlySet<string> = new Set(['dialog', 'alertdialog'])
/** Share of an aside's text that is links where it is a menu. */
const MENU_SHARE = 0.6

function isNavigation(element: HtmlElement): boolean {
  const role = attributesOf(element)('role')
  return element.tagName === 'nav' || element.tagName === 'search' || (role !== undefined && NAVIGATION_ROLES.has(role))
}

function isCookieBanner(element: HtmlElement): boolean {
  const attributes = attributesOf(element)
  const name = `${attributes('id') ?? ''} ${attributes('class') ?? ''}`
  if (COOKIE_NAME.test(name)) return true
  const isDialog = element.tagName === 'dialog' || DIALOG_ROLES.has(attributes('role') ?? '')
  return isDialog && COOKIE_WORD.test(`${name} ${attributes('aria-label') ?? ''}`)
}

function isSkipLink(element: HtmlElement): boolean {
  const attributes = attributesOf(element)
  return (
    element.tagName === 'a' && !!attributes('href')?.startsWith('#') && /skip|hoppa/i.test(attributes('class') ?? '')
  )
}

/** A header or a footer of the whole page. */
function isPageFrame(element: HtmlElement): boolean {
  if (element.tagName !== 'header' && element.tagName !== 'footer') return false
  for (let parent = element.parentNode; parent; parent = isElement(parent) ? parent.parentNode : null) {
    if (isElement(parent) && SECTIONS.has(parent.tagName)) return false
  }
  return true
}

/** An aside that holds little but links. */
function isMenu(element: HtmlElement): boolean {
  if (element.tagName !== 'aside') return false
  return textLength(element, true) > textLength(element, false) * MENU_SHARE
}

/** Length of the source of the text in an element, or of that part of it that is links. */
function textLength(node: HtmlNode, onlyLinks: boolean): number {
  if (node.nodeName === '#text') {
    const { startOffset, endOffset } = node.sourceCodeLocation!
    return onlyLinks ? 0 : endOffset - startOffset
  }
  const inLink = onlyLinks && node.nodeName === 'a'
  return childrenOf(node).reduce((sum, child) => sum + textLength(child, onlyLinks && !inLink), 0)
}

/** What is left out of a fragment, of `<main>`, and of what a selector has chosen: menus and cookie banners. */
export const asides: Exclusion = (element) => isNavigation(element) || isCookieBanner(element) || isSkipLink(element)

/** What is left out of the body of a page without `<main>`: the page's frame as well. */
export const asidesAndFrame: Exclusion = (element) => asides(element) || isPageFrame(element) || isMenu(element)

/** The elements that a page marks as its main content. */
export function mainElements(tree: HtmlNode): HtmlElement[] {
  const mains: HtmlElement[] = []
  for (const element of descendants(tree)) {
    const attributes = attributesOf(element)
    if ((element.tagName === 'main' || attributes('role') === 'main') && !isHidden(attributes)) mains.push(element)
  }
  return outermost(mains)
}

/**
 * The elements that a CSS selector chooses; of those inside each other the outermost.
 *
 * @throws DocumentError `invalid-selector`, `no-match`
 */
export function selectElements(tree: HtmlNode, selector: string): HtmlElement[] {
  const elements = [...descendants(tree)]
  const hast = fromParse5(tree as Parameters<typeof fromParse5>[0])
  const numbers = new Map<unknown, number>()
  const number = (node: unknown): void => {
    const { type, children } = node as { type: string; children?: unknown[] }
    if (type === 'element') numbers.set(node, numbers.size)
    for (const child of children ?? []) number(child)
  }
  number(hast)
  let chosen: HtmlElement[]
  try {
    chosen = selectAll(selector, hast).map((node) => elements[numbers.get(node)!]!)
  } catch {
    throw new DocumentError('invalid-selector', `”${selector}” är ingen giltig CSS-selektor.`)
  }
  if (chosen.length === 0) {
    throw new DocumentError('no-match', `Inget element på sidan passar in på CSS-selektorn ”${selector}”.`)
  }
  return outermost(chosen)
}

function outermost(elements: readonly HtmlElement[]): HtmlElement[] {
  const chosen = new Set<HtmlNode>(elements)
  return elements.filter((element) => {
    for (let parent = element.parentNode; parent; parent = isElement(parent) ? parent.parentNode : null) {
      if (chosen.has(parent)) return false
    }
    return true
  })
}
