import {
  CharacterClass,
  classOf,
  codeAt,
  isAlphanumeric,
  isAsciiDigit,
  isDash,
  isDoubleQuote,
  isHyphen,
  isLower,
  isSingleQuote,
  isUpper,
} from '../characters.ts'
import { currentTypes, KindCode } from '../type-table.ts'
import { emojiEnd, isAstralLetter } from './emoji.ts'
import { Enclosure } from './enclosure.ts'
import { joinedEnd } from './joiners.ts'
import { Lines } from './lines.ts'
import { domainEnd, dottedRunEnd, emailDomainEnd, isFileName, isLocalPart, urlEnd } from './links.ts'
import { Lookahead, Next, Opener } from './lookahead.ts'
import { groupedEnd } from './numbers.ts'
import { Stop, Stops } from './stops.ts'
import { TokenBuffer } from './token-buffer.ts'

const { space: SPACE, letter: LETTER, digit: DIGIT, punctuation: PUNCTUATION, surrogate: SURROGATE } = CharacterClass

const FULL_STOP = 0x2e
const COLON = 0x3a
const AT = 0x40
const ELLIPSIS = 0x2026
const SECTION = 0xa7
const MINUS = 0x2212

/** Marks of which a run is one token: rules drawn with dashes, underscores and the like. */
function isRepeatable(code: number): boolean {
  return (
    isHyphen(code) ||
    isDash(code) ||
    code === SECTION ||
    (code < 0x80 && '_*=~#<>|\\/'.includes(String.fromCharCode(code)))
  )
}

function isQuestion(code: number): boolean {
  return code === 0x3f || code === 0x21
}

/** Reads a text once, from left to right, into tokens and sentences. */
export function scan(text: string, heading: boolean): TokenBuffer {
  return new Scanner(text, heading).run()
}

class Scanner {
  private readonly text: string
  private readonly heading: boolean
  private readonly tokens: TokenBuffer
  private readonly lookahead: Lookahead
  private readonly enclosure: Enclosure
  private readonly stops: Stops
  private readonly lines: Lines
  /** No e-mail address begins before this offset. */
  private noEmailBefore = 0
  /** No file name or domain begins before this offset. */
  private noDomainBefore = 0

  constructor(text: string, heading: boolean) {
    this.text = text
    this.heading = heading
    this.tokens = new TokenBuffer(text, currentTypes())
    this.lookahead = new Lookahead(text)
    this.enclosure = new Enclosure(text, this.lookahead)
    this.stops = new Stops(text, this.tokens, this.lookahead, this.enclosure)
    this.lines = new Lines(text)
    if (!text.includes('@')) this.noEmailBefore = text.length
  }

  run(): TokenBuffer {
    const { text, tokens } = this
    let at = 0
    while (at < text.length) {
      const code = text.charCodeAt(at)
      const kind = classOf(code)
      if (kind === SPACE) at = this.space(at)
      else if (kind === LETTER || kind === DIGIT) at = this.word(at, at)
      else if (kind === SURROGATE) at = this.surrogate(at)
      else at = this.mark(at, code)
    }
    tokens.sentenceStart[tokens.sentenceCount] = tokens.count
    return tokens
  }

  private space(at: number): number {
    const { text, tokens } = this
    let next = at
    let breaks = 0
    let lineEnd = at
    while (next < text.length) {
      const code = text.charCodeAt(next)
      if (code !== 0x20 && classOf(code) !== SPACE) break
      if (code === 0x0a || code === 0x2028 || (code === 0x0d && text.charCodeAt(next + 1) !== 0x0a)) {
        if (breaks++ === 0) lineEnd = next
      } else if (code === 0x2029) breaks += 2
      next++
    }
    this.stops.pending = Stop.none
    if (breaks === 0) return next
    if (breaks > 1) {
      tokens.boundary = true
      this.enclosure.reset()
    } else if (!this.heading && !tokens.boundary && next < text.length) {
      const lastWord = tokens.types.lower(tokens.type[tokens.count - 1]!)
      tokens.boundary = this.lines.breakEndsSentence(lineEnd, next, lastWord)
    }
    this.lines.begin(next)
    return next
  }

  /** Reads the word or number at `at`; its token begins at `from`, where a sign or hyphen may stand. */
  private word(from: number, at: number): number {
    const { text } = this
    let end = at
    let letters = false
    let digits = false
    for (;;) {
      for (; end < text.length; end++) {
        const kind = classOf(text.charCodeAt(end))
        if (kind === LETTER) letters = true
        else if (kind === DIGIT) digits = true
        else if (kind === SURROGATE && isAstralLetter(text, end)) {
          letters = true
          end++
        } else break
      }
      if (this.lookahead.isGap(end)) break
      const linkEnd = from === at ? this.link(from, end) : 0
      if (linkEnd > 0) return linkEnd
      const joined = joinedEnd(text, { start: at, letters, digits, quoted: this.enclosure.single }, end)
      if (joined === 0) break
      end = joined
      if (!isAlphanumeric(codeAt(text, end))) break
    }
    if (letters)
      return this.isInvisible(from, end) ? this.tokens.add(from, end, KindCode.symbol) : this.stops.word(from, end)
    const keycap = end === from + 1 ? emojiEnd(text, from) : 0
    if (keycap > 0) return this.tokens.add(from, keycap, KindCode.symbol)
    return this.stops.number(from, groupedEnd(text, from, end))
  }

  /** Adds the URL, e-mail address or file name that begins at `from` and goes on at `end`, and returns its end; 0 where none does. */
  private link(from: number, end: number): number {
    const { text } = this
    const code = codeAt(text, end)
    const isInside = code === FULL_STOP || isHyphen(code) || code === 0x5f || code === 0x2b
    if (code !== AT && code !== COLON && !(isInside && isAlphanumeric(codeAt(text, end + 1)))) return 0
    if (code === COLON && !continuesScheme(codeAt(text, end + 1))) return 0
    return this.longLink(from, end, code)
  }

  private longLink(from: number, end: number, code: number): number {
    const { text, tokens } = this
    if (from >= this.noEmailBefore) {
      let local = end
      while (local < text.length && isLocalPart(text.charCodeAt(local))) local++
      const domain = codeAt(text, local) === AT ? emailDomainEnd(text, local + 1) : 0
      if (domain > 0) return tokens.add(from, domain, KindCode.email)
      this.noEmailBefore = local
    }
    if (code === COLON || code === FULL_STOP) {
      const url = urlEnd(text, from)
      if (url > 0) return tokens.add(from, url, KindCode.url)
    }
    if (from >= this.noDomainBefore && code !== AT && code !== COLON) {
      const run = dottedRunEnd(text, from)
      this.noDomainBefore = run
      if (isFileName(text, from, run)) return tokens.add(from, run, KindCode.word)
      const domain = domainEnd(text, from, run)
      if (domain > 0) return tokens.add(from, domain, KindCode.url)
    }
    return 0
  }

  /** Whether `from`–`end` has characters without a width of their own and nothing else. */
  private isInvisible(from: number, end: number): boolean {
    const code = this.text.charCodeAt(from)
    if (code < 0xad || (code >= 0xc0 && code < 0x300)) return false
    return /^[\p{Cf}\p{M}]+$/u.test(this.text.slice(from, end))
  }

  /** Reads the mark at `at`: anything that is neither a letter nor a digit. */
  private mark(at: number, code: number): number {
    const { text, tokens, stops } = this
    switch (code) {
      case FULL_STOP:
        return codeAt(text, at + 1) === FULL_STOP ? this.ellipsis(at) : stops.fullStop(at)
      case ELLIPSIS:
        return this.ellipsis(at)
      case 0x3f:
      case 0x21:
        return this.question(at)
      case COLON:
        tokens.add(at, at + 1, KindCode.punctuation)
        if (!this.heading && this.colonEndsSentence(at + 1)) tokens.boundary = true
        return at + 1
      case 0x28:
        return this.openBracket(at)
      case 0x29: {
        const { pending } = stops
        const inside = this.enclosure.closeBracket()
        tokens.add(at, at + 1, KindCode.punctuation)
        return stops.endAfterCloser(at + 1, inside && pending !== Stop.full ? Stop.none : pending)
      }
    }
    if (isDoubleQuote(code) || isSingleQuote(code)) return this.quote(at, code)
    if (this.isPrefix(at, code)) return this.word(at, at + 1)
    return this.other(at, code)
  }

  private ellipsis(at: number): number {
    const end = this.runEnd(at)
    this.tokens.add(at, end, KindCode.punctuation)
    return this.stops.end(end, Stop.ellipsis)
  }

  private question(at: number): number {
    let end = at + 1
    while (isQuestion(this.text.charCodeAt(end))) end++
    this.tokens.add(at, end, KindCode.punctuation)
    return this.stops.end(end, Stop.question)
  }

  private openBracket(at: number): number {
    const { text, tokens } = this
    if (/^\([a-k]\)(?!\S)/.test(text.slice(at, at + 4))) return tokens.add(at, at + 3, KindCode.word)
    this.enclosure.openBracket(!tokens.atSentenceStart)
    return tokens.add(at, at + 1, KindCode.punctuation)
  }

  private quote(at: number, code: number): number {
    const { tokens, stops, enclosure } = this
    const { pending } = stops
    const opens = !this.isAttached(at)
    if (isSingleQuote(code)) enclosure.single = opens
    else if (opens) enclosure.openDouble(!tokens.atSentenceStart && !this.followsColon())
    else enclosure.closeDouble()
    tokens.add(at, at + 1, KindCode.punctuation)
    return opens ? at + 1 : stops.endAfterCloser(at + 1, pending)
  }

  /** Whether a quotation mark at `at` stands right after a word or a mark that closes, so that it closes too. */
  private isAttached(at: number): boolean {
    if (at === 0) return false
    const code = this.text.charCodeAt(at - 1)
    return !(
      classOf(code) === SPACE ||
      code === 0x28 ||
      code === 0x5b ||
      code === 0x2f ||
      isHyphen(code) ||
      isDash(code)
    )
  }

  private followsColon(): boolean {
    const { tokens } = this
    return tokens.count > 0 && this.text.charCodeAt(tokens.end[tokens.count - 1]! - 1) === COLON
  }

  /** Whether the mark at `at` begins a word: a sign (`-5`, `+46`), a suspended compound (`-avgift`), `#` or `@`. */
  private isPrefix(at: number, code: number): boolean {
    const { text } = this
    const before = at === 0 ? 0x20 : text.charCodeAt(at - 1)
    const after = codeAt(text, at + 1)
    if (classOf(before) !== SPACE && before !== 0x28) return false
    if (code === 0x23 || code === AT) return classOf(after) === LETTER
    if (isHyphen(code)) return isAsciiDigit(after) || isLower(after)
    return (code === MINUS || code === 0x2b) && isAsciiDigit(after)
  }

  private other(at: number, code: number): number {
    const { text, tokens } = this
    const kind = classOf(code) === PUNCTUATION ? KindCode.punctuation : KindCode.symbol
    if (isRepeatable(code)) return tokens.add(at, this.runEnd(at), kind)
    if (code === 0xb0 && /^°[CF](?![\p{L}\d])/u.test(text.slice(at, at + 3))) return tokens.add(at, at + 2, kind)
    const emoji = code > 0xff || code === 0xa9 || code === 0xae ? emojiEnd(text, at) : 0
    return tokens.add(at, emoji > 0 ? emoji : at + 1, kind)
  }

  /** The end of the run of one character that begins at `at`. */
  private runEnd(at: number): number {
    const code = this.text.charCodeAt(at)
    let end = at + 1
    while (this.text.charCodeAt(end) === code) end++
    return end
  }

  /**
   * A colon ends the sentence before direct speech, and before a whole sentence with a capital letter;
   * not before an enumeration, and not after a label or an author's name.
   */
  private colonEndsSentence(after: number): boolean {
    const { text, tokens, lookahead } = this
    if (this.enclosure.brackets > 0 || !lookahead.isGap(after) || lookahead.next(after) !== Next.upper) return false
    if (lookahead.opener !== Opener.none) return true
    if (tokens.sentenceLength < 4 || isUpper(text.charCodeAt(tokens.start[tokens.count - 2]!))) return false
    const rest = text.slice(lookahead.at, lookahead.at + 60)
    return !/^[^\s,]+(?: [^\s,]+)?,/.test(rest)
  }

  private surrogate(at: number): number {
    const { text } = this
    if (isAstralLetter(text, at)) return this.word(at, at)
    const emoji = emojiEnd(text, at)
    const length = text.codePointAt(at)! > 0xffff ? 2 : 1
    return this.tokens.add(at, emoji > 0 ? emoji : at + length, KindCode.symbol)
  }
}

/** What may follow the colon of `https:` or `mailto:`; most colons stand before a space. */
function continuesScheme(code: number): boolean {
  return code === 0x2f || code === 0x2b || code === 0x5f || isAlphanumeric(code)
}
