import type { Category } from './categories';

/** What a room may tell while it works: codes and numbers, never text of the input. */
export interface ProgressEvent {
  step:
    | 'look'
    | 'read'
    | 'count'
    | 'store'
    | 'fields'
    | 'people'
    | 'measures'
    | 'claims'
    | 'notebooks'
    | 'brief'
    | 'world';
  /** Units of work done and in all (bytes, documents, people, cells); `total` null when not known. */
  done: number;
  total: number | null;
  unit: 'bytes' | 'documents' | 'people' | 'paths' | 'cells' | 'files';
  /** What is known so far of an input that is being read. */
  known?: Known;
}

/** What is known of an input before it was read to its end. */
export interface Known {
  documents: number;
  /** Documents or lines that could not be read. */
  unreadable: number;
  /** There are at least so many e-mail addresses. */
  addresses?: number;
  /** The health category that most documents have so far, by the names of fields. */
  health?: { category: Category; documents: number } | null;
}

/** Receives progress; must not throw. */
export type OnProgress = (event: ProgressEvent) => void;
