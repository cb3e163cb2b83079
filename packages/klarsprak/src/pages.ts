/**
 * The page of a rule, as Markdown. Loaded when asked for: linting needs none.
 *
 * @throws RangeError where no rule of the project has that id
 */
export async function pageOf(id: string): Promise<string> {
  const [{ pages }, { page }] = await Promise.all([import('@klarsprak/rules/pages'), import('./readability/page.ts')])
  const text = id === 'retext-lasbarhet' ? page : pages[id]
  if (text === undefined) throw new RangeError(`no page for ${id}`)
  return text
}
