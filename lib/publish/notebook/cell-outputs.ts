import type { Cell, Output } from './notebook-file';
import type { DisplayWriter } from './tslab';

/** Collects what a cell prints and displays into its outputs. */
export class CellOutputs {
  #cell: Cell | null = null;
  readonly #displays = new Map<string, Extract<Output, { output_type: 'display_data' }>[]>();

  /** Everything from now on belongs to this cell; null: to nobody. */
  begin(cell: Cell | null): void {
    this.#cell = cell;
  }

  /** Takes the place of a stream's `write`. */
  stream(name: 'stdout' | 'stderr'): typeof process.stdout.write {
    const decoder = new TextDecoder();
    return (chunk: string | Uint8Array, encoding?: unknown, done?: () => void) => {
      this.#print(name, typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }));
      if (typeof encoding === 'function') (encoding as () => void)();
      else done?.();
      return true;
    };
  }

  /** Takes what a cell displays; an update replaces the display of the same id, in whichever cell it stands. */
  readonly display: DisplayWriter = ({ data, metadata = {}, transient }, update) => {
    const id = transient?.display_id;
    const shown = id === undefined ? [] : (this.#displays.get(id) ?? []);
    if (update) {
      for (const output of shown) Object.assign(output, { data, metadata });
      return;
    }
    const output = { output_type: 'display_data' as const, data, metadata };
    this.#cell?.outputs?.push(output);
    if (id !== undefined) this.#displays.set(id, [...shown, output]);
  };

  #print(name: 'stdout' | 'stderr', text: string): void {
    const outputs = this.#cell?.outputs;
    if (!outputs || text === '') return;
    const last = outputs.at(-1);
    if (last?.output_type === 'stream' && last.name === name) last.text = `${String(last.text)}${text}`;
    else outputs.push({ output_type: 'stream', name, text });
  }
}
