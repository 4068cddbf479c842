import type { Case } from '../../contract/case';
import { isCategory } from '../../contract/categories';
import { AnalysisError } from '../../contract/errors';
import type { Results } from '../../contract/results';
import { isTable } from '../../publish/gate/names-of-results';
import { isSynthetic } from '../../figures/is-synthetic';
import { YOU_SAID } from '../../words/reasons/field-refusals';
import { knownNames } from '../names/known-names';
import { openForReview } from '../open-for-review';
import type { OpenRecords } from './ask-groups';

/** Where a leak comes from. */
export interface LeakSource {
  /** Files or a folder; null where the working copy behind a run was forgotten. */
  files: string[] | null;
  case: Case | null;
  /** What must be known of how it was opened. */
  notes: readonly string[];
}

/** What the user said when the results were made, by the names that stand in them. */
function saidIn({ joins, fields }: Results) {
  return {
    joins: joins.filter(({ ground }) => ground === 'said').map(({ from, to }) => `${from}=${to}`),
    overrides: fields.flatMap(({ kind, path, category, why }) =>
      why.includes(YOU_SAID) && isCategory(category) ? [{ path: `${kind}.${path}`, category }] : [],
    ),
  };
}

/** The records behind results, opened when they are first asked. */
export class RecordsBehind {
  readonly #results: Results;
  readonly #source: LeakSource;
  #opening: Promise<OpenRecords> | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(results: Results, source: LeakSource) {
    this.#results = results;
    this.#source = source;
  }

  /**
   * Asks the records, one question after the other: the first makes tables that the next one reads.
   *
   * @throws RUN_FORGOTTEN; what `openInput` throws, INPUT_CHANGED; what the question throws
   */
  ask<T>(question: (records: OpenRecords) => Promise<T>): Promise<T> {
    const turn = this.#last.then(async () => question(await this.#opened()));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #opened(): Promise<OpenRecords> {
    const opening = (this.#opening ??= this.#open());
    // What failed once may work when it is asked again: a file can come back.
    opening.catch(() => (this.#opening = null));
    return opening;
  }

  async #open(): Promise<OpenRecords> {
    const { files, case: caseFolder } = this.#source;
    if (files === null) throw new AnalysisError('RUN_FORGOTTEN');
    const { opened, fields, people } = await openForReview(caseFolder, files, saidIn(this.#results));
    return {
      store: opened.store,
      fields,
      main: people.main,
      kinds: new Map(this.#results.kinds.map(({ id, label }) => [id, label])),
      known: knownNames(caseFolder?.notes ?? null, caseFolder?.file ?? null),
      hasHeader: this.#results.inputs.some(({ format }) => isTable(format)),
      zone: caseFolder?.file.zone ?? 'UTC',
      synthetic: isSynthetic(this.#results),
    };
  }
}
