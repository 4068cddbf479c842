/** Why a text is no table, by csv-parse's code; nothing of the text is in it. */
const FAULTS: Record<string, string> = {
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: 'the row has another number of cells than the header',
  CSV_RECORD_INCONSISTENT_COLUMNS: 'the row has another number of cells than the header',
  CSV_QUOTE_NOT_CLOSED: 'a quote is never closed',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'text stands behind a closing quote',
  CSV_INVALID_CLOSING_QUOTE: 'text stands behind a closing quote',
  INVALID_OPENING_QUOTE: 'a quote stands inside a cell that does not begin with one',
};

/** Why a text could not be read as a table. */
export function tableFault(code: string): string {
  return FAULTS[code] ?? `it is not CSV (${code})`;
}
