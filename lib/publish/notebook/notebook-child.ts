/**
 * Executes one notebook in this process with tslab's own converter and executor: no Python, no sockets. A program of its
 * own, started by `run-notebooks.ts`: `node notebook-child.js IN OUT ROOT`, working folder beside the notebook. The
 * notebook is saved after each cell, so that a parent that ends it loses nothing that was done.
 */
import { format } from 'node:util';
import { cellError } from './cell-error';
import type { CellError } from './cell-error';
import { CellOutputs } from './cell-outputs';
import { readNotebook, sourceOf, writeNotebook } from './notebook-file';
import { prepareCell, showLast } from './show-last';
import { loadTslab } from './tslab';

/** What the child tells its parent. */
export type ChildMessage = { done: number; total: number } | { failedCell: number };

async function main([input, output, root]: string[]): Promise<number> {
  if (input === undefined || output === undefined || root === undefined || process.send === undefined)
    return 2;
  const notebook = readNotebook(input);
  const outputs = new CellOutputs();
  const tslab = loadTslab(process.cwd());
  let errors: CellError[] = [];
  let last: { value: unknown } | null = null;
  const node = tslab.createConverter({ isJS: false, isBrowser: false });
  const executor = tslab.createExecutor(
    process.cwd(),
    { node, browser: node, close: () => node.close() },
    {
      log: (value) => (last = { value }),
      error: (...values) => errors.push(cellError(values, root)),
    },
  );
  process.stdout.write = outputs.stream('stdout');
  process.stderr.write = outputs.stream('stderr');
  tslab.jupyter.lastWriteDisplayData = outputs.display;
  const late = (error: unknown) => errors.push(cellError([error], root));
  process.on('uncaughtException', late).on('unhandledRejection', late);

  const cells = notebook.cells.filter((cell) => cell.cell_type === 'code');
  for (const cell of cells) Object.assign(cell, { outputs: [], execution_count: null });
  writeNotebook(output, notebook);
  let count = 0;
  for (const cell of cells) {
    if (sourceOf(cell).trim() === '') continue;
    outputs.begin(cell);
    errors = [];
    last = null;
    prepareCell(sourceOf(cell));
    const ok = (await executor.execute(sourceOf(cell))) && (await showValue(last, late));
    await new Promise(setImmediate);
    cell.execution_count = ++count;
    cell.outputs?.push(...errors.map((error) => ({ output_type: 'error' as const, ...error })));
    writeNotebook(output, notebook);
    const failed = !ok || errors.length > 0;
    await tell(failed ? { failedCell: notebook.cells.indexOf(cell) } : { done: count, total: cells.length });
    if (failed) return 1;
  }
  return 0;
}

/** Shows what the cell ended with; false where that failed. */
async function showValue(
  last: { value: unknown } | null,
  failed: (error: unknown) => void,
): Promise<boolean> {
  try {
    if (last) await showLast(last.value, (value) => process.stdout.write(`${format(value)}\n`));
    return true;
  } catch (error) {
    failed(error);
    return false;
  }
}

function tell(message: ChildMessage): Promise<void> {
  return new Promise((resolve) => process.send?.(message, undefined, {}, () => resolve()) ?? resolve());
}

// Nobody waits for the result of a parent that was killed.
process.on('disconnect', () => process.exit(1));
// Ends handles that cells left open too: engines, servers, watchers.
void main(process.argv.slice(2)).then((code) => process.exit(code));
