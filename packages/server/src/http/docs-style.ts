/** The style of the page: system fonts, both colour schemes, contrast of at least 4.5 to 1. */
export const docsStyle = `
:root{color-scheme:light dark;--ink:#1b2230;--soft:#4d5666;--paper:#fff;--panel:#f4f6f9;--line:#d5dae2;--link:#0b57b0;--get:#0a5c36;--post:#7a3e00;--put:#5a2a8a;--delete:#a1201a}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ef;--soft:#aab3c2;--paper:#12161d;--panel:#1b212b;--line:#343c4a;--link:#8fbcff;--get:#6fd3a0;--post:#ffb570;--put:#cfa8ff;--delete:#ff9d96}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:62rem;padding:1.5rem 1.25rem 4rem;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,sans-serif}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,pre:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem}
.name{margin:0;color:var(--soft)}
h1{margin:.1em 0 .4em;font-size:2rem;line-height:1.2}
h2{margin:3rem 0 1rem;padding-bottom:.3rem;border-bottom:2px solid var(--line);font-size:1.4rem}
h3{margin:0 0 .4rem;font-size:1.05rem;font-weight:600;overflow-wrap:anywhere}
h4{margin:1rem 0 .3rem;font-size:.9rem;color:var(--soft);font-weight:600}
header p{max-width:46rem}
nav ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(16rem,1fr));gap:.25rem 1.5rem;margin:1.5rem 0 0;padding:0;list-style:none}
.count{color:var(--soft);font-size:.85rem}
article{margin:0 0 1.25rem;padding:1rem 1.1rem;border:1px solid var(--line);border-radius:.5rem}
article p{margin:.3rem 0 .6rem;max-width:46rem}
code{font:.92em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.method{display:inline-block;min-width:4.2rem;font:700 .85rem/1.5 ui-monospace,Menlo,Consolas,monospace}
.get{color:var(--get)}.post{color:var(--post)}.put{color:var(--put)}.delete{color:var(--delete)}
.who,.status,caption{color:var(--soft)}
.codes{display:flex;flex-wrap:wrap;gap:.2rem .9rem}
pre{margin:.2rem 0 .6rem;padding:.7rem .9rem;background:var(--panel);border-radius:.35rem;overflow-x:auto;white-space:pre-wrap;overflow-wrap:anywhere}
pre b{font-weight:650}pre i{color:var(--soft);font-style:normal}
table{width:100%;margin:.4rem 0 .6rem;border-collapse:collapse;font-size:.94rem}
caption{text-align:left;font-size:.9rem;font-weight:600;padding:.3rem 0}
th,td{padding:.35rem .8rem .35rem 0;border-top:1px solid var(--line);text-align:left;vertical-align:top;font-weight:400;overflow-wrap:anywhere}
thead th{color:var(--soft);font-size:.85rem;border-top:0}
tr:target,h2:target,h3:target{background:var(--panel)}
summary{cursor:pointer;color:var(--soft);font-size:.92rem}
footer{margin-top:3rem;color:var(--soft)}
`;
