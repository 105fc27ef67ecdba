import type { Look } from "../paper/look.ts";

/** The style sheet that gives a plan in HTML its look. */
export function htmlStyle(look: Look): string {
  const [width, height] = look.paper;
  const rules = {
    grid: "td, th { border: 0.5pt solid #000 }",
    rows: "tr { border-bottom: 0.5pt solid #000 } thead { border-top: 0.5pt solid #000 }",
    header: "th { border: 0.5pt solid #000 }",
    none: "",
  }[look.rules];
  return `
@page { size: ${width}pt ${height}pt; margin: ${look.margin}pt }
body { margin: 0; font: ${look.fontSize}pt Helvetica, Arial, sans-serif }
section { break-after: page; position: relative }
section:last-of-type { break-after: auto }
h1 { font-size: 9pt; text-align: center; margin: 0 0 4pt }
h2 { font-size: 7pt; margin: 6pt 0 3pt }
p { font-size: 7pt; margin: 3pt 0 }
table { border-collapse: collapse; table-layout: fixed; width: 100% }
td, th { padding: ${look.padding}pt 1.5pt; line-height: 1.15 }
td { vertical-align: ${look.valign} }
.number { text-align: ${look.align}; white-space: nowrap }
.unit, .code { text-align: center }
.organ { vertical-align: middle }
.total td { font-weight: bold; vertical-align: middle }
.total td:first-child { text-align: ${look.totalAlign} }
.band td { font-weight: bold; background: #e8eef7 }
.upright { writing-mode: vertical-rl; transform: rotate(180deg); display: inline-block }
.watermark { position: absolute; z-index: -1; left: 10%; top: 30%; color: #e4e4e4; font: bold 100pt Helvetica, sans-serif; transform: rotate(-30deg) }
.stamp { position: absolute; left: 55%; top: 150pt; border: 1pt solid #1f3c88; color: #1f3c88; font-size: 7pt; padding: 3pt }
.cover { text-align: center; padding-top: 120pt }
.cover p { font-size: 18pt }
.prose p { font-size: 10pt; margin: 8pt 60pt }
.prose table { width: 50%; margin: 0 60pt; font-size: 9pt }
.prose td { border: 0.5pt solid #000 }
${look.zebra === null ? "" : `tbody tr:nth-child(even) td { background: ${look.zebra} } th { background: #d9d9d9 }`}
${rules}`;
}
