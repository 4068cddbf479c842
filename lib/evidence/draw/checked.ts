import type { Evidence } from '../../contract/evidence';

/** What a checked design adds to the evidence; a text is the rule that the input breaks. */
export type Checked = Partial<Evidence> | string;
