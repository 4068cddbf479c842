/** What a cell looks like, for telling a header from data. */
export type CellShape = 'empty' | 'value' | 'name' | 'code' | 'words' | 'text';

/** Shapes that no column is named by: numbers, dates and times, addresses of all kinds, hashes, yes and no. */
const VALUES = [
  /^[-+]?[\d.,' ]*\d[\d.,' ]*(e[-+]?\d+)?[%€$£¥]?$/i,
  /^[€$£¥][\d.,]+$/,
  /^0x[0-9a-f]+$/i,
  /^\d{1,4}([-/.])\d{1,2}\1\d{1,4}([T ]\d{1,2}:\d{2}.*)?$/,
  /^\d{1,2}:\d{2}(:\d{2})?([.,]\d+)?( ?[ap]m)?$/i,
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  /^\d{1,3}(\.\d{1,3}){3}(:\d+)?$/,
  /^([0-9a-f]{0,4}:){2,}[0-9a-f]{0,4}$/i,
  /^([0-9a-f]{2}[-:]){5}[0-9a-f]{2}$/i,
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  /^(?=.*\d)[0-9a-f]{16,}$/i,
  /^[a-z][a-z0-9+.-]*:\/\//i,
  /^\+?[\d ()/-]{7,}$/,
  /^(true|false|yes|no|null|none|n\/a)$/i,
];

/** The shape of a cell. */
export function cellShape(cell: string): CellShape {
  const text = cell.trim();
  if (text === '') return 'empty';
  if (text.length <= 200 && VALUES.some((pattern) => pattern.test(text))) return 'value';
  if (/^[\p{L}_$][\p{L}_$]*\d{2,}$/u.test(text)) return 'code';
  if (/^[\p{L}\p{M}_$][\p{L}\p{M}\p{N}_$.:/#%-]*$/u.test(text)) return 'name';
  return text.length <= 60 && /^[\p{L}\p{M}\p{N}_ .:/()%$@°'#&+-]+$/u.test(text) ? 'words' : 'text';
}
