import { AnalysisError } from '../../contract/errors';
import type { StorePath } from '../../contract/manifest';
import type { Store } from '../../contract/store';
import { JOIN_REFUSALS, type JoinRefusal } from '../../words/reasons/join-refusals';
import { ONE_EACH } from '../key-names';
import { type Join, SAID } from './find-joins';
import { held } from './held';

/** A join that the user says: the values of one column are keys of the other's table. */
export interface SaidJoin {
  /** As the user wrote it. */
  written: string;
  from: StorePath;
  to: StorePath;
}

/**
 * Takes what the user says for joins, firmer than any other.
 *
 * @throws JOIN_REFUSED where a join could change nothing: between two columns of one table, from or to a list, round in a circle,
 *   without one value in common
 */
export async function saidJoins(store: Store, said: readonly SaidJoin[]): Promise<Join[]> {
  const joins: Join[] = [];
  for (const [i, each] of said.entries()) {
    const { from, to } = each;
    if (from.kind === to.kind) throw refused(each, 'same-table');
    if ([from, to].some(({ kind, table, column }) => table !== kind || column === null))
      throw refused(each, 'no-column');
    if (said.slice(0, i).some((other) => other.from === from)) throw refused(each, 'twice');
    if (leads(said.slice(0, i), to.kind, from.kind)) throw refused(each, 'cycle');
    if (isUnique(from) && !isUnique(to)) throw refused(each, 'other-way-round');
    const { values, matched } = await held(store, from, to);
    if (matched === 0) throw refused(each, 'nothing-there');
    joins.push({ from, to, values, matched, bond: SAID, isOther: false });
  }
  return joins;
}

/** Whether a column could be a key of its table: documents may come twice. */
function isUnique({ distinct, filledValues }: StorePath): boolean {
  return distinct >= ONE_EACH * filledValues;
}

/** Whether a way over the joins leads from one table to another. */
function leads(said: readonly SaidJoin[], from: string, to: string): boolean {
  return said.some(
    (join) => join.from.kind === from && (join.to.kind === to || leads(said, join.to.kind, to)),
  );
}

/** Why a join that the user says is not used. */
export function refused({ written }: SaidJoin, reason: JoinRefusal): AnalysisError {
  return new AnalysisError('JOIN_REFUSED', { argument: written, rule: JOIN_REFUSALS[reason] });
}
