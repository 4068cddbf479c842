import type { PrivateResults } from '../../contract/results';
import type { NamesOfInput } from './name-gate';

/** The names of the input that stand in a private document. */
export function namesOfResults({ kinds, fields, inputs, private: own }: PrivateResults): NamesOfInput {
  return {
    kinds,
    fields: fields.map(({ kind, path, present }) => ({
      kind,
      path,
      present: typeof present === 'number' ? present : 0,
    })),
    hasHeader: inputs.some(({ format }) => isTable(format)),
    known: own.names,
  };
}

/** Whether a format names columns in a first line that may be no header at all. */
export function isTable(format: string): boolean {
  return ['csv', 'tsv', 'mixed'].includes(format);
}
