import type { Figure } from '../../figures/figure';
import type { MimeBundle } from './emit';
import { emitter } from './emit';
import { tableHtml, tableText } from '../tables/table';
import type { Row } from '../tables/table-of';
import { tableOf } from '../tables/table-of';
import { toPng } from '../svg/to-png';

/** MIME type that JupyterLab's figure renderer and code hosts draw. */
const PLOTLY_MIME = 'application/vnd.plotly.v1+json';

/**
 * Shows a figure or rows: in a notebook a figure as Plotly specification with a picture and a sentence beside it, rows
 * as a table; elsewhere both as text.
 *
 * @param what a figure, one row, or rows (parts of the results get the columns a reader wants)
 */
export async function show(what: Figure | Row | readonly Row[]): Promise<void> {
  const emit = emitter();
  if (isFigure(what)) {
    if (emit) emit(await figureBundle(what));
    else process.stdout.write(`${what.title}\n${what.alt}\n`);
    return;
  }
  const table = tableOf(Array.isArray(what) ? (what as readonly Row[]) : [what]);
  const text = table.rows.length > 0 ? tableText(table) : 'none';
  const page = table.rows.length > 0 ? tableHtml(table).markup : '<p>none</p>';
  if (emit) emit({ data: { 'text/html': page, 'text/plain': text }, metadata: {} });
  else process.stdout.write(`${text}\n`);
}

function isFigure(what: object): what is Figure {
  return 'layout' in what && 'data' in what && 'alt' in what;
}

async function figureBundle(figure: Figure): Promise<MimeBundle> {
  const png = await toPng(figure);
  const plotly = {
    data: figure.data,
    layout: figure.layout,
    config: { displaylogo: false, displayModeBar: false },
  };
  return {
    data: { [PLOTLY_MIME]: plotly, ...(png && { 'image/png': png.base64 }), 'text/plain': figure.alt },
    metadata: png ? { 'image/png': { width: png.width, height: png.height } } : {},
  };
}
