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
  /** What is known so far, by name. */
  known?: Record<string, number>;
}

/** Receives progress; must not throw. */
export type OnProgress = (event: ProgressEvent) => void;
