import type { StorePath } from '../../contract/manifest';
import type { Store } from '../../contract/store';
import { filledSql } from '../../people/filled-sql';
import type { Period } from './group-path';
import { instantSql } from './instant-sql';

/** Labels sort as time runs. */
const LABELS: Record<Period, string> = { day: '%Y-%m-%d', week: '%G-W%V', month: '%Y-%m', year: '%Y' };

/** A path and how its texts are read; period null: as they are, without blanks around them. */
export interface ReadPath {
  entry: StorePath;
  period: Period | null;
}

/**
 * SQL of the filled values of one path, or of two of one table, row by row: `_doc`, `v0`, `v1`. Rows in which one has no
 * value, or no time where a stretch of time is asked for, are left out.
 *
 * @param offsets table of the zone's clock changes: `since`, `ahead`
 */
export function valuesSql(store: Store, paths: readonly ReadPath[], offsets: string): string {
  const texts = paths.map(({ entry }, i) => `trim(${entry.column}) as t${i}`);
  const filled = paths.map(({ entry }) => filledSql(entry));
  const source = store.source(paths[0]?.entry.table ?? '');
  const rows = `select _doc, ${texts.join(', ')} from ${source} where ${filled.join(' and ')}`;
  return paths.reduce((before, { period }, i) => {
    if (period === null) return `select * exclude (t${i}), t${i} as v${i} from (${before})`;
    const timed = `select *, ${instantSql(`t${i}`)} as at${i} from (${before}) as texts${i}`;
    const label = `strftime(make_timestamp((at${i} + ahead) * 1000), '${LABELS[period]}')`;
    return `select * exclude (t${i}, at${i}, since, ahead), ${label} as v${i}
      from (select * from (${timed}) where at${i} is not null) as timed${i}
      asof join ${offsets} as offsets${i} on timed${i}.at${i} >= offsets${i}.since`;
  }, rows);
}
