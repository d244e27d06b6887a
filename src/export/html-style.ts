/** The look of the chronology: one column to read, light or dark as the reader's machine is, notes small, nothing cut in two in print. */
export const HTML_STYLE = `
:root { color-scheme: light dark; --ink: #1d2126; --paper: #fcfbf8; --quiet: #5c6470; --rule: #d9d5cb; --mark: #7a2e2e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e3dc; --paper: #16191d; --quiet: #a2a8b1; --rule: #363b42; --mark: #e3a29a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 46rem; color: var(--ink); background: var(--paper);
  font: 1.0625rem/1.5 Charter, 'Bitstream Charter', 'Source Serif 4', Georgia, 'DejaVu Serif', serif; overflow-wrap: break-word; }
h1 { margin: 0 0 .25rem; font-size: 1.9rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 .5rem; padding-bottom: .2rem; border-bottom: 1px solid var(--rule); font-size: 1.3rem; }
h3 { margin: 2rem 0 .5rem; font-size: .95rem; color: var(--quiet); font-weight: 600; }
p { margin: .4rem 0; }
a { color: var(--mark); text-decoration-thickness: .06em; text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
.quiet, .legend { color: var(--quiet); }
.legend { font-size: .9rem; }
ol { padding: 0; list-style: none; }
.events > li { display: grid; grid-template-columns: 9.5rem 1fr; gap: 0 1rem; padding: .35rem 0; break-inside: avoid; }
.events time, .events .undated { color: var(--quiet); font-variant-numeric: tabular-nums; font-size: .95rem; padding-top: .05rem; }
.planned .parties, .possible .parties { font-style: italic; }
.negated .parties { text-decoration: line-through; text-decoration-color: var(--quiet); }
.status { color: var(--quiet); white-space: nowrap; }
sup { font-size: .7em; line-height: 0; }
.notes, .reports { font-size: .9rem; line-height: 1.45; }
.notes li, .reports li { position: relative; padding: .2rem 0 .2rem 2.75rem; break-inside: avoid; }
.notes .number, .reports .number { position: absolute; left: 0; width: 2.25rem; text-align: right; color: var(--quiet); font-variant-numeric: tabular-nums; }
.notes li:target, .events li:target, .reports li:target { background: color-mix(in srgb, var(--mark) 12%, transparent); }
code { font-size: .85em; color: var(--quiet); }
@media (max-width: 34rem) { .events > li { grid-template-columns: 1fr; } }
@media print {
  :root { --ink: #000; --paper: #fff; --quiet: #444; --rule: #999; --mark: #000; }
  @page { margin: 20mm 18mm; }
  body { padding: 0; max-width: none; font-size: 10pt; }
  a { text-decoration: none; }
  h2, h3 { break-after: avoid; }
}
`;
