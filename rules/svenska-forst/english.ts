/** English headings that are too short for their language to be recognised. Loans such as `Info` are left out. */
const headings = new Set([
  'about us',
  'about the municipality',
  'apply',
  'apply now',
  'archive',
  'book now',
  'calendar',
  'contact us',
  'coming soon',
  'events',
  'find us',
  'follow us',
  'frequently asked questions',
  'get in touch',
  'help',
  'home',
  'important',
  'latest news',
  'learn more',
  'meet the team',
  'news',
  'newsletter',
  'opening hours',
  'our services',
  'our team',
  'press release',
  'questions and answers',
  'read more',
  'register now',
  'save the date',
  'services',
  'sign up',
  'summary',
  'update',
  'updates',
  'upcoming events',
  'welcome',
  'what’s new',
  "what's new",
  'who we are',
])

/** True for a heading that is English by the table, with or without what follows a colon or a dash. */
export function isEnglishHeading(text: string): boolean {
  const plain = text
    .toLowerCase()
    .trim()
    .replace(/[!?.]+$/, '')
  const [lead] = plain.split(/\s*[:–—]\s*/)
  return headings.has(plain) || headings.has(lead!) || /^welcome to \S/.test(plain)
}
