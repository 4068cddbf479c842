import { extname, relative } from 'node:path';
import { AnalysisError } from '../../contract/errors';
import { isDrawable } from '../../figures/is-own-figure';
import type { PlotlyFigure } from '../../figures/figure';
import { SYNTHETIC_STAMP } from '../../words/names/synthetic-stamp';
import { figurePage } from '../page/figure-page';
import { html } from '../page/html';
import { page } from '../page/page';
import { toPng } from '../svg/to-png';
import { toSvg } from '../svg/to-svg';
import { toCsv } from '../tables/csv';
import { tableHtml } from '../tables/table';
import { tableOf } from '../tables/table-of';
import { figureOf, isSpecification } from './plotly-specification';
import { placeFor, writePlace } from './saving-place';
import { isFigure } from './shown';
import type { PlainTable } from './tabular';
import { isTabular, plainTable } from './tabular';

/** What a file can be made of, by its ending. */
type Writers = Record<string, () => Content | Promise<Content>>;
type Content = string | Uint8Array;

/**
 * Saves what was found, and prints where: a figure as png, svg, json or html; a frame, an answer or rows as csv, json or
 * html; a page as html. An answer that has a figure is saved as the figure where the ending is a picture's. What comes of
 * made-up records says so in each picture and each row, and no cell of a CSV file can start a formula.
 *
 * @param path a name alone lies in `out/` of the project, and what is there is replaced; elsewhere in a folder that is there, and
 * no file is replaced
 * @throws SAVE_ENDING, SAVE_NOTHING, SAVE_FOLDER, SAVE_TAKEN, SAVE_UNWRITABLE, PICTURE_IMPOSSIBLE, TRACE_UNKNOWN
 * @example save([{ city: 'Bonn', people: 300 }], './cities.csv') // undefined
 */
export async function save(what: unknown, path: string): Promise<void> {
  const writers = writersFor(await what);
  const ending = extname(path).slice(1).toLowerCase();
  const write = Object.hasOwn(writers, ending) ? writers[ending] : undefined;
  if (!write)
    throw new AnalysisError('SAVE_ENDING', { argument: path, known: Object.keys(writers).join(', ') });
  const file = placeFor(path);
  writePlace(file, path, await write());
  process.stdout.write(`Saved: ${relative(process.cwd(), file)}\n`);
}

function writersFor(what: unknown): Writers {
  if (typeof what !== 'object' || what === null) throw new AnalysisError('SAVE_NOTHING');
  if (isFigure(what)) return figureWriters(what);
  if (isSpecification(what)) return figureWriters(figureOf(what));
  if (isTabular(what)) {
    const figure = 'figure' in what ? (what.figure as PlotlyFigure | null) : null;
    const { png, svg } = figure ? figureWriters(figure) : {};
    return { ...tableWriters(plainTable(what)), ...(png && { png }), ...(svg && { svg }) };
  }
  const { page: whole } = what as { page?: unknown };
  if (typeof whole === 'string') return { html: () => whole };
  throw new AnalysisError('SAVE_NOTHING');
}

function figureWriters(figure: PlotlyFigure): Writers {
  return {
    png: async () => Buffer.from(drawnOf(await toPng(figure)).base64, 'base64'),
    svg: () => toSvg(drawnOf(isDrawable(figure) ? figure : null), { background: true }),
    json: () => `${JSON.stringify(figure, null, 1)}\n`,
    html: () => figurePage(figure),
  };
}

function drawnOf<T>(drawn: T | null): T {
  if (drawn === null) throw new AnalysisError('PICTURE_IMPOSSIBLE');
  return drawn;
}

function tableWriters({ columns, rows, synthetic }: PlainTable): Writers {
  const stamp = synthetic ? SYNTHETIC_STAMP : null;
  const stamped = rows.map((row) => (stamp === null ? row : { note: stamp, ...row }));
  return {
    csv: () => toCsv(rows, columns, stamp),
    json: () => `${JSON.stringify(stamped, null, 1)}\n`,
    html: () =>
      page('Table', html`${stamp === null ? null : html`<p>${stamp}.</p>`}${tableHtml(tableOf(rows))}`),
  };
}
