import type { Results } from '../../contract/results';
import { isSynthetic } from '../../figures/is-synthetic';
import { SYNTHETIC_STAMP } from '../../words/names/synthetic-stamp';
import { toCsv } from './csv';

const MEASURES = [
  'id',
  'title',
  'unit',
  'of',
  'under',
  'inFile',
  'value',
  'low',
  'high',
  'level',
  'side',
  'numerator',
  'examined',
  'method',
  'refused',
  'wouldSettle',
];
const CLAIMS = [
  'id',
  'party',
  'subject',
  'said',
  'basis',
  'verdict',
  'onRecord',
  'because',
  'wouldSettle',
  'turnsOver',
  'flags',
  'sources',
];
const FIELDS = [
  'kind',
  'path',
  'category',
  'confidence',
  'documents',
  'present',
  'filled',
  'values',
  'distinct',
  'hibp',
  'veris',
  'gdpr',
];

/** The tables of a run as CSV files, each row with the stamp where the input was made up. */
export function tablesCsv(results: Results): Record<string, string> {
  const stamp = isSynthetic(results) ? SYNTHETIC_STAMP : null;
  const claims = results.claims.filter((claim) => claim.basis !== 'public');
  const open = results.claims.filter((claim) => claim.basis === 'public');
  return {
    'measures.csv': toCsv(results.measures, MEASURES, stamp),
    'fields.csv': toCsv(results.fields, FIELDS, stamp),
    'claims.csv': toCsv(claims, CLAIMS, stamp),
    ...(open.length > 0 && { 'claims-public-record.csv': toCsv(open, CLAIMS) }),
  };
}
