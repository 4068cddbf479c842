import { statSync } from 'node:fs';
import { join } from 'node:path';
import { AnalysisError } from '../contract/errors';
import type { Proof, Truth } from '../contract/truth';
import type { SideNote } from '../words/results/side-note-words';
import { holdsDocuments, type InputPlace, inputPlace, realPath } from './input-place';
import { isOfCounts } from './read-counts';
import { readProof, readTruthFile } from './side-files';

/** Side files that somebody named: they win over those that lie beside the documents. */
export interface SideFilesGiven {
  truthFile?: string | null | undefined;
  proofFile?: string | null | undefined;
}

/** What says what an input is: named, or found beside its documents. */
export interface SideFiles {
  truthFile: string | null;
  proofFile: string | null;
  /** The truth, where it was found and not named: it fits by the names of its files, not yet by what is in them. */
  found: Truth | null;
  /** Real paths of what is no document. */
  without: ReadonlySet<string>;
  notes: SideNote[];
  /** The same with nothing but what was named. */
  named: Omit<SideFiles, 'found' | 'notes' | 'named'>;
}

const TRUTH = 'truth.json';
const PROOF = 'proof.json';
/** Larger files of these names are none of ours: the truth of 2.4 million people takes a hundredth of it. */
const MOST_BYTES = 16 << 20;

/**
 * Looks for `truth.json` and `proof.json` beside the documents of an input: in the one folder that was named, else in the
 * folder of all files that were. A truth of other documents takes the proof beside it with it.
 *
 * @param files the input's folder or files
 */
export function findSideFiles(files: string[], given: SideFilesGiven = {}): SideFiles {
  const { truthFile = null, proofFile = null } = given;
  const paths = [truthFile, proofFile].flatMap((file) => (file === null ? [] : (realPath(file) ?? [])));
  const named = { truthFile, proofFile, without: new Set(paths) };
  const none: SideFiles = { ...named, named, found: null, notes: [] };
  const place = inputPlace(files);
  if (place === null) return none;
  const notes: SideNote[] = [];
  const truth = formOf(place, { file: TRUTH, read: readTruthFile, notes });
  const proof = formOf(place, { file: PROOF, read: readProof, notes });
  const fit = truth && truthFile === null ? fitOf(truth, place) : null;
  if (fit === 'misfit' || fit === 'part') return { ...none, notes: [...notes, { is: fit }] };
  if (fit === 'other') return none;
  // Beside files that were named one by one, a proof counts only with a truth that says that they are all.
  const ours = truth !== null || place.names.has(PROOF) ? proof : null;
  const taken = proofFile === null ? ours : null;
  const found = truthFile === null ? truth : null;
  if (found) notes.push({ is: 'world', world: found.world, case: found.case, proof: taken !== null });
  else if (taken) notes.push({ is: 'proof', kind: taken.kind });
  const silent = truth ? strangers(truth, place).filter((name) => !holdsDocuments(place, name)) : [];
  const names = [...(truth ? [TRUTH] : []), ...silent, ...namesOf(ours, place)];
  return {
    truthFile: truthFile ?? (found && join(place.folder, TRUTH)),
    proofFile: proofFile ?? (taken && join(place.folder, PROOF)),
    found,
    without: new Set([...paths, ...names.flatMap((name) => realPath(join(place.folder, name)) ?? [])]),
    notes,
    named,
  };
}

/** A side file of our form; null where there is none, or it is another program's, which is noted. */
function formOf<Form>(
  place: InputPlace,
  {
    file,
    read,
    notes,
  }: { file: 'truth.json' | 'proof.json'; read: (path: string) => Form; notes: SideNote[] },
): Form | null {
  const path = join(place.folder, file);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) return null;
  try {
    if (found.size <= MOST_BYTES) return read(path);
  } catch (error) {
    if (!(error instanceof AnalysisError)) throw error;
  }
  if (place.names.has(file)) notes.push({ is: 'foreign', file });
  return null;
}

/** Whether a truth speaks of the input; `other`: of files that nobody named. */
function fitOf(truth: Truth, place: InputPlace): 'fits' | 'misfit' | 'part' | 'other' {
  const held = truth.files.filter(({ documents, broken }) => documents + broken.length > 0);
  const here = held.filter(({ name }) => place.names.has(name));
  const isAlone = !strangers(truth, place).some((name) => holdsDocuments(place, name));
  if (isAlone && here.length === held.length) return 'fits';
  if (place.isFolder || place.names.has(TRUTH)) return 'misfit';
  return isAlone && here.length > 0 ? 'part' : 'other';
}

/** What is in the input and no file of the truth. */
function strangers({ files }: Truth, { names }: InputPlace): string[] {
  const own = new Set([TRUTH, PROOF, ...files.map(({ name }) => name)]);
  return [...names].filter((name) => !own.has(name));
}

/** The proof's own file, and that of the counts that it names, if it is one and no documents. */
function namesOf(proof: Proof | null, { folder }: InputPlace): string[] {
  if (proof === null) return [];
  const name = proof.counts && 'file' in proof.counts ? proof.counts.file : null;
  return name !== null && isOfCounts(join(folder, name)) ? [PROOF, name] : [PROOF];
}
