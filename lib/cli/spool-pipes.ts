import { createReadStream, createWriteStream, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AnalysisError } from '../contract/errors';
import { freeDisk, reserveBeside } from '../records/airlock/free-disk';
import { tempFolder } from '../records/store/cache-folder';
import { forget } from '../records/store/forget';
import { makePrivateTempDir } from '../records/store/private-temp-dir';
import type { Session } from './session';

const STDIN = ['-', '/dev/stdin', '/dev/fd/0', '/proc/self/fd/0'];
/** Free disk is asked for after so many bytes. */
const ASK_BYTES = 1 << 24;

/** An input's names, each a file or folder that can be read again and again. */
export interface SpooledPipes {
  files: string[];
  /** What a pipe was called, by the file that it was kept in. */
  named: ReadonlyMap<string, string>;
}

/**
 * Keeps what comes through standard input (`-`) and named pipes in private files (0600), since an input is read more
 * than once. They go when the process ends, also after Ctrl-C, and so does the working copy made of them: nobody could
 * name that input again.
 *
 * @throws DISK_FULL, INTERRUPTED, TIME_LIMIT, FILE_UNREADABLE, CACHE_UNWRITABLE
 */
export async function spoolPipes(names: string[], session: Session): Promise<SpooledPipes> {
  const named = new Map<string, string>();
  const files: string[] = [];
  for (const name of names) {
    const source = pipeOf(name);
    const file =
      source === null ? name : join(realpathSync(makePrivateTempDir(tempFolder(), 'pipe').dir), 'input');
    files.push(file);
    if (source === null) continue;
    named.set(file, STDIN.includes(name) ? 'What came through standard input' : name);
    await keep(source, file, session);
  }
  if (named.size > 0) {
    session.say(
      'What came through a pipe is kept privately until this command ends, and so is its working copy.',
    );
    process.once('exit', () => forget([...named.keys()]));
  }
  return { files, named };
}

/** What a name brings, if it is a pipe and no file. */
function pipeOf(name: string): Readable | null {
  if (name === '-') return process.stdin;
  const found = statSync(name, { throwIfNoEntry: false });
  if (STDIN.includes(name)) return found?.isFile() ? null : process.stdin;
  return found?.isFIFO() ? createReadStream(name) : null;
}

async function keep(source: Readable, file: string, { onProgress, signal }: Session): Promise<void> {
  let bytes = 0;
  let asked = 0;
  const watched = async function* (pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      bytes += piece.length;
      onProgress({ step: 'look', done: bytes, total: null, unit: 'bytes' });
      if (bytes >= asked) {
        const free = freeDisk(dirname(file));
        if (free < reserveBeside(bytes)) throw new AnalysisError('DISK_FULL', { needed: bytes, free });
        asked = bytes + ASK_BYTES;
      }
      yield piece;
    }
  };
  try {
    await pipeline(source, watched, createWriteStream(file, { mode: 0o600, flags: 'wx' }), { signal });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof AnalysisError) throw error;
    throw new AnalysisError('FILE_UNREADABLE', { argument: 'What came through a pipe' });
  }
}
