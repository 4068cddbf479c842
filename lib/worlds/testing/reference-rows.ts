import type { Category } from '../../contract/categories';
import type { WorldParameters } from '../parameters/world-parameters';

/** A document as the reference reader knows it. */
export interface Row {
  kind: string;
  file: string;
  line: number;
  text: string;
  user: string;
  values: [string, string | null][];
}

/** Whether a text is a value. */
export function filled(value: string | null): value is string {
  return value !== null && value.trim() !== '';
}

/** What a column may mean; unknown columns have no meaning. */
export function definitionsOf(kind: string, path: string, given: WorldParameters): Category[] {
  const { definitions, category } = given.kinds[kind]?.columns[path] ?? {};
  return definitions ?? [category ?? 'unknown'];
}

/** The mailbox that an address reaches. */
export function mailbox(text: string): string {
  const address = text.trim().toLowerCase();
  const [local, domain] = address.split('@') as [string, string];
  return domain === 'mail.example.com'
    ? `${local.replace(/\+.*/, '').replaceAll('.', '')}@${domain}`
    : address;
}
