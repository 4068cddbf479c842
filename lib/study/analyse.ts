import type { Case, CaseFile } from '../contract/case';
import type { PrivateResults } from '../contract/results';
import type { Proof, Truth } from '../contract/truth';
import { categoryOf } from '../contract/measure-id';
import { loadCaseFolder } from '../cases/load-case-folder';
import { loadTaxonomy } from '../cases/load-taxonomy';
import { judge } from '../claims/judge';
import { rejectedOf } from '../claims/judge/review-of';
import { estimate } from '../evidence/limits/estimate';
import { isDocuments } from '../contract/measure-id';
import { ownerlessOf } from '../measures/account/ownerless-of';
import { lessRejected } from '../evidence/limits/less-rejected';
import { refusedNames } from '../fields/refused-names';
import { spreadAddresses } from '../fields/addresses/spread-addresses';
import { classifyFields } from '../fields/classify-fields';
import { countMeasures } from '../measures/count-measures';
import { namesCaptures } from '../measures/shared-people';
import { totalsByCluster } from '../sampling/totals-by-cluster';
import { findPeople } from '../people/find-people';
import type { OpenedInput } from '../records/open-input';
import { applyLooks } from '../fields/apply-looks';
import { answersOfTruth, reviewOfTruth } from './looks/answers-of-truth';
import { measuresToReview } from './looks/measures-to-review';
import { pathLooks } from './looks/path-looks';
import { readReview } from '../records/review/kept-reviews';
import { openInput } from '../records/open-input';
import type { AnalyseOptions } from './analyse-options';
import { withAccount } from '../measures/account/with-account';
import { opaqueOf } from './opaque-of';
import { askEvidence } from './ask-evidence';
import { compose } from './compose';
import { unreadOf } from '../measures/account/unread-of';
import { syntheticMarks } from './synthetic-marks';
import { areTables } from './are-tables';
import { knownNames } from './names/known-names';
import { rawNotes } from './names/raw-paths';
import { namesOfKinds } from './names/names-of-kinds';
import { requireFieldsUsed } from './names/require-fields-used';
import { requirePaths } from './names/require-paths';
import { tableNames } from './names/table-names';
import { userWord } from './names/user-word';
import { readProof, readTruth } from './side-files';
import type { Study } from './study';

/** One input taken through the house. */
export interface Analysis {
  results: PrivateResults;
  copy: OpenedInput['copy'];
  cached: boolean;
}

/**
 * Takes one input through the house: clean store, fields, people, evidence, measures, claims.
 *
 * @returns the private document; `publishable` makes what may be shared of it
 * @throws every code of `records/`, INPUT_CHANGED when the files are no longer those of the working copy;
 * PATH_UNKNOWN, PROOF_UNREADABLE, TRUTH_UNREADABLE, TRUTH_MISMATCH, REVIEW_UNREADABLE, REVIEW_MISMATCH
 */
export async function analyse(options: AnalyseOptions): Promise<Analysis> {
  const { onProgress, signal, keep } = options;
  const opened = options.opened ?? (await openInput(options.files, { onProgress, signal, keep }));
  const confirmed = opened.confirm();
  confirmed.catch(() => undefined);
  try {
    const store = await spreadAddresses(opened.store, loadTaxonomy());
    const study = await examine(options, { ...opened, store });
    await confirmed;
    return { results: compose(study), copy: opened.copy, cached: opened.cached };
  } finally {
    opened.close();
  }
}

async function examine(options: AnalyseOptions, opened: OpenedInput): Promise<Study> {
  const { case: caseFolder, onProgress, signal } = options;
  const caseFile = caseFolder?.file ?? null;
  const categories = caseFolder ? categoriesAsked(caseFolder) : [];
  const { store } = opened;
  const step = (name: 'fields' | 'people' | 'measures' | 'claims') => {
    signal?.throwIfAborted();
    onProgress?.({ step: name, done: 0, total: null, unit: 'documents' });
  };
  const said = options.truthFile ? readTruth(options.truthFile, store.manifest) : null;
  const proof = options.proofFile ? readProof(options.proofFile) : null;
  // Before the engine is asked anything: what throws while it works would close it under its feet.
  const kept = readReview(opened.commitment, options.reviewFile);
  const known = knownNames(caseFolder?.notes ?? null, caseFile ?? caseOfWorld(said));
  const tables = await tableNames(opened);
  const overrides = requirePaths(store.manifest, options.overrides ?? [], { known, tables });
  const joinsAsked = [...(caseFolder?.notes.joins ?? []), ...(options.joins ?? [])];
  const notes = rawNotes(caseFolder?.notes ?? null, store.manifest, known);
  step('fields');
  const detected = await classifyFields(store, loadTaxonomy(), notes, overrides);
  // Asked now, so that the engine works on it while the first texts are normalised here.
  const marked = said === null || options.isTruthFound ? syntheticMarks(store, detected) : null;
  marked?.catch(() => undefined);
  const isTruthDoubted = said !== null && (await marked) === 'foreign';
  const truth = isTruthDoubted ? null : said;
  const kindNames = namesOfKinds(store.manifest, detected, {
    caseFile: caseFile ?? caseOfWorld(truth),
    tables,
  });
  const asked = options.answers === 'truth' ? truth : null;
  const looks = pathLooks(detected, {
    overrides,
    kept: kept?.paths ?? [],
    truth: asked,
    kindNames,
  });
  const fields = applyLooks(detected, looks);
  requireFieldsUsed(fields, overrides);
  const named = await refusedNames(store, {
    taxonomy: loadTaxonomy(),
    notes,
    fields,
  });
  step('people');
  const found = await findPeople(store, fields, {
    notes,
    providers: loadTaxonomy().mailProviders,
    taxonomy: loadTaxonomy(),
    names: tables,
    said: userWord(
      { manifest: store.manifest, kindNames, tables, known },
      { joins: joinsAsked, fields, overrides },
    ),
  });
  step('measures');
  const { people, counted, nobodys } = await countMeasures({
    store,
    fields,
    people: found,
    caseFile,
    kindNames,
    categories,
    asked: caseFolder ? caseFolder.claims.flatMap((claim) => claim.tests.map((test) => test.measure)) : [],
    providers: loadTaxonomy().cloudProviders,
    captures: capturesOf(proof, store.manifest.parts),
  });
  const { evidence, labelling } = await askEvidence(options, { store, people, proof, kindNames });
  const shown = evidence.captures ? counted : counted.filter(({ id }) => !namesCaptures(id));
  const unread = unreadOf(store.manifest, {
    evidence,
    proof,
    named,
    categories,
  });
  const opaque = await opaqueOf(store, { fields, main: people.main, looks });
  const account = {
    unread: { documents: unread.documents, named },
    nobodys,
    opaque,
    fields,
    keys: (people.main?.keys ?? []).map(({ kind, path, joined }) => ({
      kind,
      table: joined === undefined ? (store.find(kind, path)?.table ?? kind) : kind,
    })),
    ownerless:
      people.main && isDocuments(evidence.unit)
        ? { of: people.main.id, documents: ownerlessOf(store, people.main) }
        : null,
    areRows: areTables(store.manifest),
    caseFile,
    documents: store.manifest.documents,
  };
  const accounted = shown.map((quantity) => withAccount(quantity, account));
  const totals = await totalsByCluster(accounted, {
    store,
    fields,
    kindNames,
    evidence,
    labelling,
    main: people.main,
    caseFile,
  });
  step('claims');
  const review = asked
    ? reviewOfTruth(opened.commitment, {
        paths: looks,
        answers: await answersOfTruth(asked, {
          store,
          fields,
          main: people.main,
          caseFile,
          kindNames,
          measures: caseFolder ? measuresToReview(caseFolder, caseFolder.claims, fields) : [],
        }),
      })
    : kept;
  const measures = totals.map((quantity) =>
    lessRejected(estimate(quantity, evidence), rejectedOf(quantity.id, review)),
  );
  const judged =
    caseFolder &&
    judge({ case: caseFolder, counted: totals, measures, evidence, fields, truth, review, looks });
  return {
    options,
    opened,
    truth,
    proof: evidence.proof === 'checked' ? proof : null,
    kindNames,
    knownNames: known,
    fields,
    people,
    joins: found.relations?.joins ?? [],
    evidence,
    unread,
    measures,
    judged,
    looksSynthetic: truth === null && (await marked) === 'reserved',
    isAnsweredByTruth: review?.from === 'truth',
    isTruthDoubted,
  };
}

/** Of a world the case that it was made for knows what its kinds are called, where that case is here. */
function caseOfWorld(truth: Truth | null): CaseFile | null {
  try {
    return truth && loadCaseFolder(truth.case).file;
  } catch {
    return null;
  }
}

/** Parts of the input that belong to each of two captures; null where the proof names none. */
function capturesOf(
  proof: Proof | null,
  parts: { id: number; sha256: string }[],
): [number[], number[]] | null {
  const list = proof?.captures?.list;
  const own = (capture: 0 | 1) =>
    parts.filter(({ sha256 }) => list?.[capture].parts.includes(sha256)).map(({ id }) => id);
  return list ? [own(0), own(1)] : null;
}

/** Categories that some claim speaks of, so that their absence is counted too. */
function categoriesAsked(caseFolder: Case): string[] {
  const ids = caseFolder.claims.flatMap((claim) => claim.tests.map((test) => test.measure));
  return [...new Set(ids.flatMap((id) => categoryOf(id) ?? []))];
}
