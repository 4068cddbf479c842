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
 * Reads the `truth.json` of a world and checks that the input is that world: every part's hash is in it.
 *
 * @throws TRUTH_UNREADABLE when there is none, or it has another form; TRUTH_MISMATCH when a part is not in it
 */
export function readTruth(file: string, manifest: Manifest): Truth {
  const truth = readChecked('truth', file, 'TRUTH_UNREADABLE') as Truth;
  const known = new Set(truth.files.map((part) => part.sha256));
  if (!manifest.parts.every((part) => known.has(part.sha256))) {
    throw new AnalysisError('TRUTH_MISMATCH', { argument: file });
  }
  return truth;
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
