import { printable } from '../../contract/errors';
import type { Leaked } from '../../contract/leaked';
import type { ReviewAnswer } from '../../contract/review';
import type { DecidingRecord } from '../../measures/deciding-records';
import { masked } from '../../records/review/private-terminal';
import type { RecordText } from '../../records/review/record-texts';

/** What each key answers. */
export const ANSWERS: Record<string, ReviewAnswer['answer'] | undefined> = {
  y: 'yes',
  n: 'no',
  p: 'planted',
};

/** Most values of a record that are shown; the deciding ones come first. */
const MOST = 60;

/** What a screen shows. */
export interface RecordScreen {
  record: DecidingRecord & { measure: string };
  texts: RecordText[];
  /** Values are shown, not masked. */
  open: boolean;
  /** What this reviewer has said of it before. */
  said: string | null;
  at: number;
  of: number;
  by: string;
}

/** The lines of one record: where it stands, what was found in it, its paths, and the keys. */
export function recordScreen(screen: RecordScreen): (string | (string | Leaked)[])[] {
  const { record, texts, open, said, at, of, by } = screen;
  const decides = (path: string) => record.paths.includes(path);
  const sorted = [...texts].sort((a, b) => Number(decides(b.path)) - Number(decides(a.path)));
  const values = sorted
    .slice(0, MOST)
    .map(({ path, text }) => [
      `${decides(path) ? '>' : ' '} ${printable(path)}: `,
      open ? text : masked(text),
    ]);
  const more = sorted.length > MOST ? [`  and ${sorted.length - MOST} more`] : [];
  return [
    `Record ${at + 1} of ${of}, part ${record.part + 1}, line ${record.line}. Reviewer: ${by}.${said ? ` Said before: ${said}.` : ''}`,
    `Found for ${record.measure}. Is it there, in a record of a real person?`,
    '',
    ...values,
    ...more,
    '',
    `v ${open ? 'hide' : 'show'} the values   y yes   n no   p planted or made up   s later   b back   q leave`,
  ];
}
