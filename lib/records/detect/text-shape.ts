import type { PartEnvelope, PartFormat } from '../../contract/manifest';

/** How documents lie in a text, and what wraps them. */
export interface TextShape {
  format: PartFormat;
  envelope: PartEnvelope | null;
}
