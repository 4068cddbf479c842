import { join } from 'node:path';
import type { BrokenLine } from '../documents/broken-lines';
import { endingOf, type WorldFormat } from '../documents/world-format';
import type { KindPlan } from '../population/population-plan';
import type { Answer } from '../workers/person-batch';
import { HitsPages, pageOf } from './hits-pages';
import { OutFile } from './out-file';

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
  kinds: readonly KindPlan[];
  /** Documents by kind, for formats that say the total on the first page. */
  totals: number[] | null;
}

interface KindFile extends Pick<FileWritten, 'name' | 'broken' | 'planted'> {
  file: OutFile;
  /** Documents written so far. */
  documents: number;
}

/** The files of a world in the making, one a kind, which take what workers wrote in its order. */
export class WorldFiles {
  readonly #files: KindFile[];
  readonly #format: WorldFormat;

  private constructor(files: KindFile[], format: WorldFormat) {
    this.#files = files;
    this.#format = format;
  }

  /** Creates the files in a folder. */
  static async create(folder: string, { format, kinds, totals }: FilesPlan): Promise<WorldFiles> {
    const files: KindFile[] = [];
    for (const { parameters, columns, index } of kinds) {
      const name = `${parameters.file}${endingOf(format)}`;
      const file = await OutFile.create(join(folder, name), {
        gz: format.gz,
        head: format.name === 'csv' ? columns.map(({ path }) => path).join(',') : null,
        pages: totals ? new HitsPages(totals[index] ?? 0) : null,
      });
      files.push({ name, file, documents: 0, broken: [], planted: [] });
    }
    return new WorldFiles(files, format);
  }

  /** Writes the text of a piece of work; those before it are written. */
  async add({ texts, broken, planted }: Answer): Promise<void> {
    if (!texts) return;
    for (const { kind, line, byte, code } of broken) {
      const into = this.#files[kind];
      into?.broken.push({ line: into.file.lines + line, byte: into.file.bytes + byte, code });
    }
    for (const { kind, line, document } of planted) {
      const into = this.#files[kind];
      if (!into) continue;
      const place = { line: into.file.lines + line, document: into.documents + document };
      into.planted.push(this.#format.name === 'es-hits' ? pageOf(place) : place);
    }
    await Promise.all(
      this.#files.map(async (into, kind) => {
        const text = texts[kind];
        if (!text) return;
        into.documents += text.documents;
        await into.file.add(text.bytes, text.lines);
      }),
    );
  }

  /** Ends the files, by index of the kind. */
  async finish(): Promise<FileWritten[]> {
    return Promise.all(
      this.#files.map(async ({ file, name, broken, planted }) => {
        const { sha256, text } = await file.finish();
        return { name, sha256, text, broken, planted };
      }),
    );
  }

  /** Closes what {@link finish} did not close. */
  async close(): Promise<void> {
    await Promise.all(this.#files.map(({ file }) => file.close().catch(() => undefined)));
  }
}
