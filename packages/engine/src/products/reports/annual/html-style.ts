/** One sheet for screen and paper. Faces that the reader's machine has; nothing is fetched. */
export const style = `
:root { --ink: #1b2733; --quiet: #5b6773; --rule: #c9d1d8; --blue: #1f4e79; --orange: #b4530a; }
* { box-sizing: border-box; }
html { font: 17px/1.55 "Libertinus Serif", Charter, "Bitstream Charter", Georgia, "Noto Serif", serif; color: var(--ink); background: #fff; }
body { margin: 0; }
main, nav, body > footer { max-width: 44rem; margin: 0 auto; padding: 0 1.25rem; }
h1, h2, h3 { line-height: 1.2; font-weight: 600; text-wrap: balance; }
h2 { font-size: 1.95rem; color: var(--blue); margin: 0 0 1.2rem; padding-bottom: .5rem; border-bottom: 1px solid var(--rule); }
h3 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; }
p { margin: 0 0 .9rem; }
a { color: var(--blue); }
section { padding-top: 4rem; }
.cover { background: #14324f; color: #fff; padding: clamp(2rem, 6vw, 5rem) clamp(1.25rem, 8vw, 7rem) 2.5rem; }
.cover .hub { font-size: 1.05rem; letter-spacing: .04em; color: #c9d9e8; overflow-wrap: anywhere; }
.cover h1 { font-size: clamp(2.6rem, 7vw, 4.4rem); margin: 2.5rem 0 .6rem; font-weight: 500; }
.cover .subtitle { font-size: 1.25rem; max-width: 30rem; color: #e2ebf3; }
.cover .thread svg { width: min(100%, 46rem); height: auto; display: block; margin: 1rem 0; }
.cover .facts { display: flex; flex-wrap: wrap; gap: 1rem 3rem; justify-content: space-between; font-size: .88rem; color: #c9d9e8; border-top: 1px solid #3d5f80; padding-top: 1rem; }
.cover .facts p { margin: 0 0 .2rem; }
nav { padding-top: 3rem; }
nav h2 { font-size: 1.2rem; border: 0; margin: 0; padding: 0; }
nav ol { padding-left: 1.2rem; columns: 2; }
.lead { font-size: 1.25rem; line-height: 1.45; }
.figure { font-weight: 600; font-variant-numeric: lining-nums tabular-nums; white-space: nowrap; }
sup { line-height: 0; font-size: .68em; margin-left: .1em; }
sup a { text-decoration: none; }
.notice { border-left: 4px solid var(--blue); background: #f1f5f9; padding: .8rem 1rem; font-size: .95rem; }
.notice ul { margin: .4rem 0 0; padding-left: 1.1rem; }
.template { border: 1.5px dashed var(--orange); background: #fdf6ef; padding: .9rem 1rem; }
.template strong { color: var(--orange); }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.6rem, 1fr)); gap: 0 1.5rem; margin: 1rem 0 1.6rem; }
.tiles div { border-top: 2px solid var(--blue); padding: .5rem 0 1rem; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.tiles dd { margin: 0; font-size: 1.9rem; line-height: 1.15; color: var(--blue); font-variant-numeric: lining-nums; }
.tiles dd sup { font-size: .4em; line-height: 0; vertical-align: 1em; }
.tiles dt { font-size: .88rem; color: var(--quiet); line-height: 1.3; }
table { border-collapse: collapse; width: 100%; margin: 1.4rem 0 1.8rem; font-size: .93rem; font-variant-numeric: lining-nums tabular-nums; }
.narrow { width: auto; min-width: min(100%, 30rem); }
caption, figcaption { text-align: left; font-weight: 600; padding-bottom: .5rem; font-size: .95rem; }
.remark { display: block; font-weight: 400; color: var(--quiet); font-size: .88rem; }
th { text-align: left; font-weight: 400; }
thead th { color: var(--quiet); border-bottom: 1px solid var(--ink); font-size: .86rem; }
th, td { padding: .32rem .6rem .32rem 0; vertical-align: top; overflow-wrap: anywhere; }
tbody tr { border-bottom: 1px solid #e3e8ec; }
tfoot th, tfoot td { font-weight: 600; border-top: 1px solid var(--ink); }
.number { text-align: right; padding-right: 0; padding-left: .8rem; white-space: nowrap; overflow-wrap: normal; }
.wide { width: 50%; }
figure { margin: 1.6rem 0 2rem; break-inside: avoid; }
figure svg { width: 100%; height: auto; display: block; }
.notes { font-size: .85rem; padding-left: 2.2rem; }
.notes p { margin: 0; }
.names { font-size: .85rem; }
.names dd { margin: 0; }
.notes pre, .names pre { white-space: pre-wrap; overflow-wrap: anywhere; font: .74rem/1.4 "DejaVu Sans Mono", ui-monospace, Menlo, Consolas, monospace; color: var(--quiet); margin: .15rem 0 .9rem; }
.notes li:target { background: #fdf6ef; }
body > footer { padding: 2rem 1.25rem 3rem; color: var(--quiet); font-size: .85rem; }
@page { size: A4; margin: 22mm 24mm 22mm; }
@page :first { margin: 0; }
@media print {
  html { font-size: 10.5pt; }
  main, nav, body > footer { max-width: none; padding: 0; }
  .cover { height: 297mm; padding: 40mm 24mm 20mm; display: flex; flex-direction: column; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .cover .thread { flex: 1; display: flex; align-items: center; }
  nav { break-after: page; padding-top: 0; }
  section { break-before: page; padding-top: 0; }
  h3, caption, figcaption, .lead { break-after: avoid; }
  table, tr, .notice, .template, .tiles div { break-inside: avoid; }
  thead { display: table-header-group; }
  a { color: inherit; text-decoration: none; }
}
`;
