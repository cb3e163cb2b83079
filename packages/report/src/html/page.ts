import { escapeHtml, type Markup } from './markup.ts'
import { baseStyle } from './style.ts'

/**
 * A whole page in Swedish that asks for nothing from outside and runs nothing.
 *
 * @param style rules beside those that all pages share
 */
export function htmlPage(title: string, body: Markup, style = ''): string {
  return `<!DOCTYPE html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${baseStyle}${style}</style>
</head>
<body>
${body.html}
</body>
</html>
`
}
