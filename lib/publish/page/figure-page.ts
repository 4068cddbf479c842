import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { escapeText } from '../../figures/escape-text';
import type { PlotlyFigure } from '../../figures/figure';

const BOOT = `const figure = JSON.parse(document.getElementById('figure').textContent);
Plotly.newPlot('plot', figure.data, figure.layout, { displaylogo: false, responsive: true });`;

/** A figure as one interactive page that works offline: Plotly is in it, and it may fetch nothing. */
export function figurePage({ title, alt, data, layout }: PlotlyFigure): string {
  const plotly = readFileSync(require.resolve('plotly.js-cartesian-dist-min'), 'utf8').replace(
    /<\/script/gi,
    '<\\/script',
  );
  const policy = [
    ...["default-src 'none'", `script-src ${hashOf(plotly)} ${hashOf(BOOT)}`, "style-src 'unsafe-inline'"],
    ...['img-src data: blob:', "base-uri 'none'", "form-action 'none'"],
  ].join('; ');
  const content = JSON.stringify({ data, layout }).replace(/</g, '\\u003c');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${policy}" />
<meta name="viewport" content="width=device-width,initial-scale=1" />
<link rel="icon" href="data:," />
<title>${escapeText(title)}</title>
</head>
<body>
<div id="plot" role="group" aria-label="${escapeText(alt)}"></div>
<script type="application/json" id="figure">${content}</script>
<script>${plotly}</script>
<script>${BOOT}</script>
</body>
</html>
`;
}

function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}
