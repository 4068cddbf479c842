import { AnalysisError } from '../contract/errors';

/** Kinds of fault that DuckDB names at the start of a message; what follows may quote a value. */
const KINDS = [
  'Binder',
  'Catalog',
  'Constraint',
  'Conversion',
  'Dependency',
  'Fatal',
  'Invalid Configuration',
  'Invalid Input',
  'Internal',
  'INTERRUPT',
  'Invalid',
  'IO',
  'Not implemented',
  'Out of Memory',
  'Out of Range',
  'Parser',
  'Permission',
  'Serialization',
  'Syntax',
  'TransactionContext',
  'Type',
];

/**
 * What may be said of a fault of the engine: where it happened and which kind it was. Its own message quotes lines and
 * values of the input and is dropped here.
 *
 * @param place which of our functions asked
 * @returns error `INTERNAL`; an error that is one of ours already passes unchanged
 */
export function engineFault(place: string, fault: unknown): AnalysisError {
  if (fault instanceof AnalysisError) return fault;
  const said = fault instanceof Error ? fault.message : '';
  const kind =
    KINDS.find((name) => new RegExp(`^(Failed [a-z ]+: )?${name} Error:`).test(said)) ?? 'other fault';
  return new AnalysisError('INTERNAL', { place: `${place} (${kind})` });
}
