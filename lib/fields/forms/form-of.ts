import type { ClosedForm } from '../../contract/taxonomy';

/** The form of a trimmed text: the first of the table that it has. */
export function formOf(text: string, forms: readonly ClosedForm[]): ClosedForm {
  const found = forms.find((form) => patternOf(form).test(text));
  if (!found) throw new TypeError('the last form of the table fits every text');
  return found;
}

const compiled = new WeakMap<ClosedForm, RegExp>();

function patternOf(form: ClosedForm): RegExp {
  const known = compiled.get(form) ?? new RegExp(`^(?:${form.pattern})$`, 'u');
  compiled.set(form, known);
  return known;
}
