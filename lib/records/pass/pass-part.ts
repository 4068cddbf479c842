import type { PartEnvelope, PartFormat } from '../../contract/manifest';

/** One file of an input, as the look at it found it. */
export interface PassPart {
  path: string;
  gzip: boolean;
  format: PartFormat;
  envelope: PartEnvelope | null;
}
