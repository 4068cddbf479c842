/** The brief's only style sheet: light and dark, print, phone to laptop. Contrast of every pair is over 4.5 to 1. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--soft:#57606a;--grid:#d8dee4;--panel:#f6f8fa;--warn:#9a3412;--link:#0550ae}
@media (prefers-color-scheme:dark){:root{--paper:#0f1419;--ink:#e6edf3;--soft:#9da7b1;--grid:#30363d;--panel:#161b22;--warn:#ffb38a;--link:#79b8ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,sans-serif;overflow-wrap:break-word}
main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.8rem;line-height:1.2;margin:.5rem 0}
h2{font-size:1.3rem;line-height:1.3;margin:2.5rem 0 .5rem;border-top:2px solid var(--grid);padding-top:1rem}
h3{font-size:1.05rem;margin:1.5rem 0 .3rem}
p,ul,ol{margin:.5rem 0}li{margin:.3rem 0}
a{color:var(--link)}
.soft{color:var(--soft)}.small{font-size:.9rem}
.stamp{border:2px solid var(--warn);color:var(--warn);padding:.6rem .9rem;border-radius:.4rem;font-weight:600}
.stamp p{font-weight:400;margin:.3rem 0 0}
figure{margin:1rem 0;break-inside:avoid}figure svg{max-width:100%;height:auto;display:block}
.narrow{display:none}
@media (max-width:45rem){.wide{display:none}.narrow{display:block}}
table{font-size:.95rem;width:100%}thead th{border-bottom:2px solid var(--grid)}td{border-bottom:1px solid var(--grid)}
.claim{border-left:4px solid var(--grid);padding:.1rem 0 .1rem .9rem;margin:.55rem 0;break-inside:avoid;overflow-wrap:anywhere}
.claim summary{cursor:pointer}.claim[open]{margin-bottom:1.6rem}.claim>p{margin-left:1.1rem}
.word{display:inline-block;color:#111;border-radius:.3rem;padding:.05rem .5rem;font-weight:600;font-size:.92rem}
.print{background:var(--panel);padding:.4rem .7rem;border-radius:.3rem;margin:.5rem 0}
dt{font-weight:600;margin-top:.6rem}dd{margin:0}
code{font-size:.88em;overflow-wrap:anywhere}
@media print{:root{--paper:#fff;--ink:#000;--soft:#444;--grid:#bbb;--panel:#f4f4f4;--warn:#9a3412;--link:#000}
details::details-content{content-visibility:visible;block-size:auto}
@page{size:A4;margin:16mm}main{max-width:none;padding:0}.wide{display:block}.narrow{display:none}.word{border:1px solid #555;-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`.trim();
