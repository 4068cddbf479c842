import { readFileSync } from 'node:fs';
import type { ErrorCode } from '../contract/errors';
import { AnalysisError } from '../contract/errors';
import type { Manifest } from '../contract/manifest';
import type { Proof, Truth } from '../contract/truth';
import { validate } from '../contract/validate';

/**
 * Reads a `proof.json`.
 *
 * @throws PROOF_UNREADABLE when there is none, or it has another form
 */
export function readProof(file: string): Proof {
  return readChecked('proof', file, 'PROOF_UNREADABLE') as Proof;
}

/**
 * Reads the `truth.json` of a world.
 *
 * @throws TRUTH_UNREADABLE when there is none, or it has another form
 */
export function readTruthFile(file: string): Truth {
  return readChecked('truth', file, 'TRUTH_UNREADABLE') as Truth;
}

/**
 * Reads the `truth.json` of a world and checks that the input is that world.
 *
 * @throws TRUTH_UNREADABLE when there is none, or it has another form; TRUTH_MISMATCH when a part is not in it
 */
export function readTruth(file: string, manifest: Manifest): Truth {
  const truth = readTruthFile(file);
  if (!isOfWorld(truth, manifest)) throw new AnalysisError('TRUTH_MISMATCH', { argument: file });
  return truth;
}

/** Whether each part of an input is a file of the world, by its hash. */
export function isOfWorld({ files }: Truth, { parts }: Manifest): boolean {
  const known = new Set(files.map(({ sha256 }) => sha256));
  return parts.every(({ sha256 }) => known.has(sha256));
}

function readChecked(name: 'proof' | 'truth', file: string, code: ErrorCode): unknown {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new AnalysisError(code, { argument: file, rule: 'it must be a JSON file' });
  }
  try {
    validate(name, value);
  } catch (error) {
    if (!(error instanceof AnalysisError)) throw error;
    throw new AnalysisError(code, { argument: file, rule: String(error.context['rule'] ?? 'another form') });
  }
  return value;
}
