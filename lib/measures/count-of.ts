import type { Counted } from '../contract/evidence';
import { formatMeasureId, type MeasureId, measureTitle } from '../contract/measure-id';
import { type MeasureEntry, MEASURES } from '../contract/measure-table';
import type { PeopleDefinition } from '../contract/people';

/** What a count has beside its measure and its number. */
export interface CountDetails extends Pick<
  Partial<Counted>,
  'title' | 'of' | 'under' | 'outOf' | 'range' | 'repeated'
> {
  /** The main people definition, for measures of its people. */
  main?: PeopleDefinition;
  /** What stands for the `{}` of the title, in their order. */
  words?: readonly string[];
}

/**
 * A count in the input under the title, the unit and the denominator that the table of measures gives it.
 *
 * @param count exact; null where there is nothing to count
 */
export function countOf(id: MeasureId, count: number | null, details: CountDetails = {}): Counted {
  const { unit, of, drawnAs }: MeasureEntry = MEASURES[id.family];
  const { main, words = [], ...rest } = details;
  const written = formatMeasureId(id);
  const units = { itself: written, main: main?.id ?? null, documents: 'documents' };
  return {
    id: written,
    title: measureTitle(id.family, words),
    unit,
    of: of === 'main' ? units.main : of,
    under: drawnAs === 'main' ? units.main : null,
    count,
    outOf: null,
    drawnAs: drawnAs && units[drawnAs],
    ...rest,
  };
}
