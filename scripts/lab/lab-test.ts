import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AFTER_INTERRUPT, AFTER_RESTART, FIRST_CELLS, LONG_CELL, MODELS } from './first-cells';
import type { OwnCell } from './first-cells';
import { ROOT, STATE } from './jupyter-env';
import { NotebookPage } from './notebook-page';
import { readThrough } from './read-through';
import { type Lab, startLab } from './start-lab';

/** Below the repository, so that the kernel finds the package and the data. */
const FOLDER = join(STATE, 'lab-test');
const NOTEBOOK = '0-start-here.ipynb';
const EMPTY = {
  cells: [{ cell_type: 'code', id: 'own-00', metadata: {}, source: '', outputs: [], execution_count: null }],
  metadata: {
    kernelspec: {
      name: 'breachscope',
      display_name: 'Breachscope (TypeScript)',
      language: 'typescript',
    },
  },
  nbformat: 4,
  nbformat_minor: 5,
};

/**
 * Types an analyst's first own cells in a real JupyterLab and runs the first notebook there, and looks at what stands on the
 * screen.
 *
 * @param pictures folder for screenshots; null for none but those of what failed, beside the notebooks
 * @returns 0 where everything was as it must be, else 1
 */
export async function labTest(pictures: string | null): Promise<number> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(join(FOLDER, 'notebooks'), { recursive: true });
  mkdirSync(join(FOLDER, 'state'));
  writeFileSync(join(FOLDER, 'own.ipynb'), JSON.stringify(EMPTY));
  writeFileSync(join(FOLDER, 'models.csv'), MODELS);
  copyFileSync(join(ROOT, 'notebooks', NOTEBOOK), join(FOLDER, 'notebooks', NOTEBOOK));
  const report = new Report();
  const lab = await startLab(FOLDER, join(FOLDER, 'state'));
  try {
    const given = { lab, report, pictures };
    await inNotebook(given, 'own.ipynb', (page) => typeCells(page, report));
    await inNotebook(given, `notebooks/${NOTEBOOK}`, (page) =>
      readThrough(page, pictures, (name, faults) => report.add(name, faults)),
    );
  } finally {
    await lab.stop();
  }
  return report.end();
}

/** What was tried and what was wrong with it. */
class Report {
  #tried = 0;
  #failed = 0;

  add(name: string, faults: string[]): void {
    this.#tried += 1;
    if (faults.length > 0) this.#failed += 1;
    process.stdout.write(`${faults.length > 0 ? 'FAILED' : 'ok    '} ${name}\n`);
    for (const fault of faults) process.stdout.write(`       ${fault}\n`);
  }

  get failed(): boolean {
    return this.#failed > 0;
  }

  end(): number {
    process.stdout.write(`JupyterLab: ${this.#tried - this.#failed} passed, ${this.#failed} failed\n`);
    return this.failed ? 1 : 0;
  }
}

async function inNotebook(
  { lab, report, pictures }: { lab: Lab; report: Report; pictures: string | null },
  path: string,
  work: (page: NotebookPage) => Promise<void>,
): Promise<void> {
  const page = await NotebookPage.open(lab, path);
  try {
    await work(page);
    report.add(`${path} asks no other computer`, [...page.outside]);
  } catch (error) {
    report.add(path, [error instanceof Error ? error.message : String(error)]);
  } finally {
    const name = path.replace(/^.*\/|\.ipynb$/g, '');
    if (report.failed || pictures !== null)
      await page.page.screenshot({ path: join(pictures ?? FOLDER, `${name}.png`) });
    await page.close();
  }
}

async function typeCells(page: NotebookPage, report: Report): Promise<void> {
  const typed = async (cell: OwnCell) => {
    const screen = await page.cell(cell.source);
    const faults = cell.faults(screen, FOLDER);
    const said = faults.length > 0 ? [...faults, `on the screen: ${screen.text.slice(0, 600)}`] : [];
    report.add(`${cell.name} (${screen.seconds.toFixed(1)} s)`, said);
  };
  for (const cell of FIRST_CELLS) await typed(cell);

  const long = await page.begin(LONG_CELL);
  await pause(1500);
  const running = await page.look(long);
  await page.interrupt();
  const ended = await page.end(long, 10);
  report.add(`an interrupt of a long cell (${ended.seconds.toFixed(1)} s)`, [
    ...(running.prompt.includes('*') ? [] : ['the cell did not run']),
    ...(ended.error === '' ? ['nothing says that the cell was interrupted'] : []),
  ]);
  await typed(AFTER_INTERRUPT);

  await page.restart();
  await typed(AFTER_RESTART);
}
