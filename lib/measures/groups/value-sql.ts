import type { StorePath } from '../../contract/manifest';
import type { Store } from '../../contract/store';
import { filledSql } from '../../people/filled-sql';
import { instantSql } from './instant-sql';
import type { Period } from './group-path';

/** Labels sort as time runs. */
const LABELS: Record<Period, string> = { day: '%Y-%m-%d', week: '%G-W%V', month: '%Y-%m', year: '%Y' };

/** How a path's texts are read. */
export interface ReadAs {
  /** null: as they are, without blanks around them. */
  period: Period | null;
  /** Table of the clock changes of the zone (`since`, `ahead`): what `fillOffsets` made. */
  offsets: string;
}

/**
 * SQL of the filled values of some paths of one table, row by row: `_doc`, and one column each, `v0`, `v1`. Rows in which
 * one has no value are left out.
 */
export function valuesSql(store: Store, table: string, columns: { entry: StorePath; as: ReadAs }[]): string {
  const texts = columns.map(({ entry }, i) => `trim(${entry.column}) as t${i}`);
  const filled = columns.map(({ entry }) => filledSql(entry));
  const raw = `select _doc, ${texts.join(', ')} from ${store.source(table)} where ${filled.join(' and ')}`;
  return columns.reduce((rows, { as: { period, offsets } }, i) => {
    if (period === null) return `select * exclude (t${i}), t${i} as v${i} from (${rows})`;
    const label = `strftime(make_timestamp((at${i} + ahead) * 1000), '${LABELS[period]}')`;
    const timed = `select *, ${instantSql(`t${i}`)} as at${i} from (${rows}) as texts${i}`;
    return `select * exclude (t${i}, at${i}, since, ahead), ${label} as v${i}
      from (select * from (${timed}) where at${i} is not null) as timed${i}
      asof join ${offsets} as offsets${i} on timed${i}.at${i} >= offsets${i}.since`;
  }, raw);
}
