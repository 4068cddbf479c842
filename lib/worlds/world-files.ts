import { join } from 'node:path';
import type { BrokenLine } from './broken-lines';
import { OutFile } from './out-file';
import { byKind, FILES, KINDS, type Kind } from './paths';
import type { Answer } from './workshop';

/** A file as it was written. */
export interface FileWritten {
  name: string;
  sha256: string;
  broken: BrokenLine[];
  /** Lines of made-up documents, from 1. */
  planted: number[];
}

/** The files of a world in the making, one a kind, which take what the workshops wrote in its order. */
export class WorldFiles {
  readonly #files: Record<Kind, OutFile>;
  readonly #broken: Record<Kind, BrokenLine[]> = byKind(() => []);
  readonly #planted: Record<Kind, number[]> = byKind(() => []);

  private constructor(files: Record<Kind, OutFile>) {
    this.#files = files;
  }

  /** Creates the files in a folder. */
  static async create(folder: string): Promise<WorldFiles> {
    const files: Partial<Record<Kind, OutFile>> = {};
    for (const kind of KINDS) files[kind] = await OutFile.create(join(folder, FILES[kind]));
    return new WorldFiles(files as Record<Kind, OutFile>);
  }

  async add({ texts, broken, planted }: Answer): Promise<void> {
    if (!texts) return;
    for (const { kind, line, byte, code } of broken) {
      const file = this.#files[kind];
      this.#broken[kind].push({ line: file.lines + line, byte: file.bytes + byte, code });
    }
    for (const { kind, line } of planted) this.#planted[kind].push(this.#files[kind].lines + line);
    await Promise.all(KINDS.map((kind) => this.#files[kind].add(texts[kind].bytes, texts[kind].lines)));
  }

  async finish(): Promise<Record<Kind, FileWritten>> {
    const hashes = await Promise.all(KINDS.map((kind) => this.#files[kind].finish()));
    return byKind((kind) => ({
      name: FILES[kind],
      sha256: hashes[KINDS.indexOf(kind)] as string,
      broken: this.#broken[kind],
      planted: this.#planted[kind],
    }));
  }

  /** Closes what {@link finish} did not close. */
  async close(): Promise<void> {
    await Promise.all(KINDS.map((kind) => this.#files[kind].close().catch(() => undefined)));
  }
}
