/** A value: its type, and its text as one byte a character. */
export interface ReferenceCell {
  type: 'null' | 'boolean' | 'number' | 'string';
  text: string;
}
