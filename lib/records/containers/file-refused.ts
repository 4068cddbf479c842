import type { ErrorCode } from '../../contract/errors';

/** Thrown where a file turns out, in the midst of reading, to be one that is not opened at all: a bomb, or a trap. */
export class FileRefused extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
  }
}
