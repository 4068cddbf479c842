import type { ErrorCode } from '../../contract/errors';
import type { PartEnvelope, PartFormat, StorePart } from '../../contract/manifest';

/** One file of an input, as the pass is asked to read it. */
export interface PassPart {
  path: string;
  /** Where it is known already; else the first bytes of each text in the file tell it. */
  format?: PartFormat;
  envelope?: PartEnvelope | null;
  /** Set where the file is not to be opened: why it is skipped. */
  refused?: ErrorCode;
}

/** One text that was found in a file: what becomes a part of the store. */
export interface OpenedPart extends Pick<StorePart, 'file' | 'compression'> {
  format: PartFormat;
  envelope: PartEnvelope | null;
}
