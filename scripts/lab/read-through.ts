import { join } from 'node:path';
import type { NotebookPage, Screen } from './notebook-page';

/** From the moment the kernel is ready to the first figure on the screen, s: 5 are meant, on a computer that does nothing else. */
const FIRST_FIGURE_WITHIN = 20;
const WIDTHS = [1280, 500];
/** Looks at a cell that shows nothing, and ms between them. */
const LOOKS = 10;
const LOOK_MS = 300;

/**
 * Runs all cells of a notebook and reads it from top to bottom: every code cell ends, none with an error, each shows something,
 * every figure has marks.
 *
 * @param pictures folder for screenshots of the whole notebook at each width; null for none
 * @param report told each thing that was looked at, with what was wrong with it
 */
export async function readThrough(
  page: NotebookPage,
  pictures: string | null,
  report: (name: string, faults: string[]) => void,
): Promise<void> {
  const began = Date.now();
  await page.command('notebook:clear-all-cell-outputs');
  await page.command('notebook:run-all-cells');
  await page.page.waitForSelector('.js-plotly-plot .main-svg', { timeout: 120_000 });
  const figure = (Date.now() - began) / 1000;
  report(
    `the first figure after ${figure.toFixed(1)} s`,
    figure > FIRST_FIGURE_WITHIN ? [`more than ${FIRST_FIGURE_WITHIN} s`] : [],
  );
  const cells = await page.page.locator('.jp-Notebook .jp-CodeCell').count();
  for (let place = 0; place < cells; place++) {
    let screen = await page.end(place, 120);
    // A cell that was out of sight is laid out anew when it comes back, a moment after it stands there.
    for (let look = 0; look < LOOKS && !shows(screen); look++) {
      await page.page.waitForTimeout(LOOK_MS);
      screen = await page.end(place, 120);
    }
    report(`code cell ${place + 1} of ${cells}`, [
      ...(screen.error === '' ? [] : [screen.text.slice(0, 600)]),
      ...(shows(screen) ? [] : ['shows nothing']),
      ...(screen.figures.includes(0) ? ['a figure has no marks'] : []),
      ...(screen.tables.includes(0) ? ['a table has no rows'] : []),
    ]);
  }
  if (pictures !== null) await photograph(page, pictures);
}

function shows({ text, figures, tables }: Screen): boolean {
  return text.trim() !== '' || figures.length + tables.length > 0;
}

/** The whole notebook as one picture for each width: the window is made as high as it. */
async function photograph(notebook: NotebookPage, folder: string): Promise<void> {
  const { page } = notebook;
  await notebook.command('application:toggle-left-area');
  for (const width of WIDTHS) {
    await page.setViewportSize({ width: width + 60, height: 12_000 });
    await page.waitForTimeout(2500);
    await page.locator('.jp-Notebook').screenshot({ path: join(folder, `lab-${width}.png`) });
  }
}
