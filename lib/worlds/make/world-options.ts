import { join } from 'node:path';
import type { OnProgress } from '../../contract/progress';
import type { Truth } from '../../contract/truth';
import type { WorldFormat } from '../documents/world-format';

/** What a world is made from. */
export interface WorldOptions {
  /** Name of the case, for the truth file. */
  case: string;
  /** People of the world, 1 to 2^28. */
  population: number;
  /** Name of the world, for the truth file and errors. */
  world: string;
  /** YAML of `WorldParameters`. */
  parametersFile: string;
  /** People written: those with the smallest keyed rank. */
  people: number;
  /** Everybody with something at this path is written too, whatever their rank; then `people` are of the others. */
  presence?: string;
  seed: string;
  /** Folder that the world becomes; an older world there is replaced. */
  out: string;
  /** How documents are written; defaults to NDJSON. */
  format?: WorldFormat;
  /** Documents of the world's logs a person, on average, heavy-tailed; defaults to what the parameters say. */
  logs?: number;
  /** Also makes the second database that the parameters describe, in the folder `second` of the world's. */
  second?: boolean;
  /** Only one part of those people's documents: part `index`, from 1, of `of` parts. */
  shard?: { index: number; of: number } | undefined;
  /** Threads that make it; what they make is the same for any number. Defaults to one a processor, 8 at most. */
  threads?: number;
  onProgress?: OnProgress | undefined;
  signal?: AbortSignal | undefined;
}

/** A world on disk. */
export interface WorldMade {
  dir: string;
  /** The documents, one file a kind. */
  files: string[];
  truth: Truth;
  truthFile: string;
  proofFile: string;
}

/** Name of a world's truth file. */
export const TRUTH_FILE = 'truth.json';
/** Name of the proof of a world's draw. */
export const PROOF_FILE = 'proof.json';

/** A world that stands in a folder, given its truth. */
export function worldAt(dir: string, truth: Truth): WorldMade {
  const files = truth.files.map(({ name }) => join(dir, name));
  return { dir, files, truth, truthFile: join(dir, TRUTH_FILE), proofFile: join(dir, PROOF_FILE) };
}
