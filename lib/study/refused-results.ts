import { type AnalysisError, printable } from '../contract/errors';
import type { Case } from '../contract/case';
import type { Results } from '../contract/results';
import { commitmentOf } from '../records/store/commitment';
import { provenance } from './provenance';

/** Codes that end the reading of an input that was looked at. */
const OF_INPUTS = [
  'FILE_EMPTY',
  'FORMAT_UNKNOWN',
  'NEEDS_CONVERSION',
  'ENCODING_UNKNOWN',
  'RATIO_LIMIT',
  'UNSAFE_PATH',
  'ARCHIVE_OVERLAP',
  'ARCHIVE_TOO_MANY',
  'ARCHIVE_DAMAGED',
  'CHILD_CRASHED',
  'CHILD_STALLED',
  'MEMORY_LIMIT',
  'TIME_LIMIT',
  'DISK_FULL',
  'INPUT_CHANGED',
  'FILE_HIDDEN',
  'LITTER',
  'METADATA',
];

/** Whether this error says what became of an input, and not of the command. */
export function isOfInput(error: AnalysisError): boolean {
  return OF_INPUTS.includes(error.code);
}

/** The document of an input of which nothing could be read: its status and code, and nothing else. */
export function refusedResults(error: AnalysisError, caseFolder: Case | null, label: string | null): Results {
  return {
    schema: 'breachscope/results@2',
    sharing: 'publishable',
    case: caseFolder?.name ?? null,
    title: caseFolder?.file.title ?? null,
    inputs: [
      {
        label: printable(label ?? '') || 'input 1',
        synthetic: null,
        // Nothing was read, so there are no bytes to commit to.
        commitment: commitmentOf({ files: [] }),
        parts: 0,
        format: 'unknown',
        envelope: null,
        encoding: 'unknown',
        compression: null,
        status: error.code === 'CHILD_CRASHED' ? 'crashed' : 'refused',
        code: error.code,
        documents: 0,
        rejected: 0,
        skipped: 0,
        unread: { documents: null, files: 0, named: null },
        deleted: 0,
        actionLines: 0,
        declaredTotal: null,
        rejectCounts: {},
        warnings: [],
      },
    ],
    drawn: [],
    kinds: [],
    fields: [],
    people: [],
    joins: [],
    windows: [],
    measures: [],
    claims: [],
    disagreements: [],
    publicRecord: [],
    questions: [],
    worlds: [],
    ledger: caseFolder?.ledger ?? null,
    provenance: provenance(null),
  };
}
