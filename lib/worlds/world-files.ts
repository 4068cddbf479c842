import { join } from 'node:path';
import type { BrokenLine } from './broken-lines';
import { HitsPages, pageOf } from './hits-pages';
import { OutFile, type OutFileOptions } from './out-file';
import { byKind, KINDS, STEMS, type Kind } from './paths';
import type { Answer } from './workshop';
import { endingOf, type WorldFormat } from './world-format';
import type { WorldPath } from './world-paths';

/** A file as it was written. */
export interface FileWritten {
  name: string;
  sha256: string;
  /** Hash of the text in a compressed file, null in a plain one. */
  text: string | null;
  broken: BrokenLine[];
  /** Made-up documents: their line, and which document of the file they are, both from 1. */
  planted: { line: number; document: number }[];
}

/** What {@link WorldFiles.create} must know beforehand. */
export interface FilesPlan {
  format: WorldFormat;
  paths: WorldPath[];
  /** Documents by kind, for formats that say the total on the first page. */
  totals: Record<Kind, number> | null;
}

/** The files of a world in the making, one a kind, which take what the workshops wrote in its order. */
export class WorldFiles {
  readonly #files: Record<Kind, OutFile>;
  readonly #format: WorldFormat;
  readonly #broken: Record<Kind, BrokenLine[]> = byKind(() => []);
  readonly #planted: Record<Kind, FileWritten['planted']> = byKind(() => []);
  readonly #documents: Record<Kind, number> = byKind(() => 0);

  private constructor(files: Record<Kind, OutFile>, format: WorldFormat) {
    this.#files = files;
    this.#format = format;
  }

  /** Creates the files in a folder. */
  static async create(folder: string, plan: FilesPlan): Promise<WorldFiles> {
    const files: Partial<Record<Kind, OutFile>> = {};
    for (const kind of KINDS) {
      files[kind] = await OutFile.create(join(folder, nameOf(kind, plan.format)), optionsOf(kind, plan));
    }
    return new WorldFiles(files as Record<Kind, OutFile>, plan.format);
  }

  async add({ texts, broken, planted }: Answer): Promise<void> {
    if (!texts) return;
    for (const { kind, line, byte, code } of broken) {
      const file = this.#files[kind];
      this.#broken[kind].push({ line: file.lines + line, byte: file.bytes + byte, code });
    }
    for (const { kind, line, document } of planted) {
      const place = {
        line: this.#files[kind].lines + line,
        document: this.#documents[kind] + document,
      };
      this.#planted[kind].push(this.#format.name === 'es-hits' ? pageOf(place) : place);
    }
    for (const kind of KINDS) this.#documents[kind] += texts[kind].documents;
    await Promise.all(KINDS.map((kind) => this.#files[kind].add(texts[kind].bytes, texts[kind].lines)));
  }

  async finish(): Promise<Record<Kind, FileWritten>> {
    const hashes = await Promise.all(KINDS.map((kind) => this.#files[kind].finish()));
    return byKind((kind) => ({
      name: nameOf(kind, this.#format),
      ...(hashes[KINDS.indexOf(kind)] as { sha256: string; text: string | null }),
      broken: this.#broken[kind],
      planted: this.#planted[kind],
    }));
  }

  /** Closes what {@link finish} did not close. */
  async close(): Promise<void> {
    await Promise.all(KINDS.map((kind) => this.#files[kind].close().catch(() => undefined)));
  }
}

function nameOf(kind: Kind, format: WorldFormat): string {
  return `${STEMS[kind]}${endingOf(format)}`;
}

function optionsOf(kind: Kind, { format, paths, totals }: FilesPlan): OutFileOptions {
  const columns = paths.filter((path) => path.kind === kind).map(({ path }) => path);
  return {
    gz: format.gz,
    head: format.name === 'csv' ? columns.join(',') : null,
    pages: totals ? new HitsPages(totals[kind]) : null,
  };
}
