/** What all pages share: colours that hold WCAG 2.1 AA against each other, light, dark and in print. */
export const baseStyle = `
:root {
  color-scheme: light dark;
  --text: #1c1f23; --soft: #555c66; --back: #ffffff; --panel: #f4f5f7; --line: #767d86; --thin: #d5d9de; --link: #0a4a8f;
  --error: #a3142a; --error-back: #fdecee; --warning: #804400; --warning-back: #fff3e0; --suggestion: #0a4a8f; --suggestion-back: #e8f1fb;
  --ok: #0b5d1e; --review: #804400; --question: #0a4a8f;
  --easy: #2f7d4f; --hard: #b26a00; --hardest: #b3261e;
}
@media (prefers-color-scheme: dark) { :root {
  --text: #eceef0; --soft: #b3bac3; --back: #15181c; --panel: #1f2329; --line: #949ca6; --thin: #3a4048; --link: #8cc4ff;
  --error: #ff9aa5; --error-back: #46161d; --warning: #ffbf70; --warning-back: #42290a; --suggestion: #8cc4ff; --suggestion-back: #122f4d;
  --ok: #7ddc95; --review: #ffbf70; --question: #8cc4ff;
  --easy: #63b586; --hard: #e0a04a; --hardest: #f2867e;
} }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; color: var(--text); background: var(--back); }
main { max-width: 46rem; margin: 0 auto; padding: 1rem 1rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 1.5rem 0 0.5rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.5rem 0 0.5rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 0.25rem; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 0.3rem 0.6rem 0.3rem 0; border-bottom: 1px solid var(--thin); vertical-align: top; }
tbody th { font-weight: 400; }
td.number, th.number { text-align: right; white-space: nowrap; }
caption { text-align: left; color: var(--soft); padding-bottom: 0.3rem; }
.soft { color: var(--soft); }
.state { font-size: 0.9rem; font-weight: 600; padding: 0.1rem 0.5rem; border: 2px solid; border-radius: 1rem; white-space: nowrap; }
.ok { color: var(--ok); } .review { color: var(--review); } .question { color: var(--question); }
@media print {
  :root { color-scheme: light; --text: #000; --soft: #333; --back: #fff; --panel: #fff; --thin: #999; --link: #000;
    --error: #a3142a; --error-back: #fff; --warning: #804400; --warning-back: #fff; --suggestion: #0a4a8f; --suggestion-back: #fff;
    --ok: #0b5d1e; --review: #804400; --question: #0a4a8f; --easy: #2f7d4f; --hard: #b26a00; --hardest: #b3261e; }
  main { max-width: none; padding: 0; }
  .finding, .edits > li, tr, svg { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
`

/** What the report of findings adds. */
export const reportStyle = `
.facts { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; list-style: none; margin: 0.5rem 0; padding: 0; }
.counts { display: flex; flex-wrap: wrap; gap: 0.5rem; list-style: none; margin: 1rem 0; padding: 0; }
.count { border: 1px solid; border-radius: 0.5rem; padding: 0.3rem 0.8rem; font-weight: 600; }
.error { color: var(--error); background: var(--error-back); }
.warning { color: var(--warning); background: var(--warning-back); }
.suggestion { color: var(--suggestion); background: var(--suggestion-back); }
.text { border: 1px solid var(--thin); border-radius: 0.5rem; padding: 0.5rem 1.25rem; }
.text p, .text blockquote { white-space: pre-wrap; margin: 0.75rem 0; }
.text .title { font-weight: 700; font-size: 1.1rem; margin-top: 1.5rem; }
.text .item { padding-left: 1.25rem; } .text .item::before { content: "•"; margin-left: -1rem; position: absolute; }
.text .aside { color: var(--soft); font-size: 0.9rem; }
.mark { color: inherit; text-decoration: underline 2px; text-underline-offset: 0.2em; border-radius: 0.15rem; }
.mark.error { text-decoration-color: var(--error); background: var(--error-back); }
.mark.warning { text-decoration-color: var(--warning); background: var(--warning-back); text-decoration-style: dashed; }
.mark.suggestion { text-decoration-color: var(--suggestion); background: none; text-decoration-style: dotted; }
.mark.wide { background: none; text-decoration-thickness: 1px; }
.text sup { font-size: 0.7rem; font-weight: 600; line-height: 0; }
.findings { list-style: none; margin: 0; padding: 0; }
.finding { border-left: 4px solid; padding: 0.25rem 0 0.25rem 0.9rem; margin: 1rem 0; background: none; }
.finding p { margin: 0.2rem 0; color: var(--text); }
.finding .level { font-weight: 700; background: none; }
.finding .level::first-letter { text-transform: uppercase; } .finding .level { display: inline-block; }
.edits { padding-left: 1.5rem; } .edits > li { margin-bottom: 1rem; } .edits p { margin: 0; } .edits ul { padding-left: 1.1rem; }
.words { font-weight: 600; }
.finding .advice::before { content: "→ "; }
.chart { width: 100%; height: auto; display: block; }
.chart .easy { fill: var(--easy); } .chart .hard { fill: var(--hard); } .chart .hardest { fill: var(--hardest); }
.chart line { stroke: var(--line); stroke-width: 1; } .chart .limit { stroke-dasharray: 4 3; }
.chart text { fill: var(--soft); font-size: 11px; }
.chart polyline { fill: none; stroke: var(--link); stroke-width: 2.5; } .chart circle { fill: var(--link); }
.key { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; margin: 0.25rem 0 1rem; padding: 0; font-size: 0.9rem; }
.key span { display: inline-block; width: 0.8rem; height: 0.8rem; margin-right: 0.4rem; border-radius: 0.15rem; }
.key .easy { background: var(--easy); } .key .hard { background: var(--hard); } .key .hardest { background: var(--hardest); }
.wide-table { overflow-x: auto; }
summary { cursor: pointer; color: var(--link); }
@media print { .key span { print-color-adjust: exact; -webkit-print-color-adjust: exact; } .mark { print-color-adjust: exact; } }
`
