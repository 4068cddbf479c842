import type { Counted, DrawTotals } from '../contract/evidence';
import { parseMeasureId } from '../contract/measure-id';
import { labelSql } from './label-sql';
import { sumByCluster, sumByStratum } from './sum-rows';
import type { TotalsContext } from './totals-context';

/** Documents of one kind with one label. */
export interface LabelledDocuments {
  label: number;
  /** Id of the kind. */
  kind: string;
  units: number;
}

/** Documents by kind and by the cluster or stratum that they belong to. */
export async function documentsByLabel({ store, labelling }: TotalsContext): Promise<LabelledDocuments[]> {
  const rows: LabelledDocuments[] = [];
  for (const { id } of store.manifest.kinds) {
    const found = await store.engine.numbers(
      `select label, count(*) from (${labelSql(store, id, labelling)}) where label is not null group by label`,
    );
    rows.push(...found.map(([label, units]) => ({ label: label ?? 0, kind: id, units: units ?? 0 })));
  }
  return rows;
}

/** How the documents that a measure counts lie over the clusters, or the strata, that documents were drawn in. */
export function documentTotals(
  quantity: Counted,
  documents: readonly LabelledDocuments[],
  { evidence, kindNames }: TotalsContext,
): DrawTotals {
  const id = parseMeasureId(quantity.id);
  const counted = id?.family === 'documents.kind' ? id.parameter : null;
  const rows = documents.map(({ label, kind, units }) => {
    const holders = counted === (kindNames[kind] ?? kind) ? units : 0;
    return { label, units, of: units, holders, weightOf: units, weightHolders: holders };
  });
  return evidence.strata ? sumByStratum(rows, evidence.strata.length) : sumByCluster(rows);
}
