import { escapeText } from '../../figures/escape-text';

/** A piece of a page that is already escaped. Only {@link html} and {@link trusted} make one. */
export class Html {
  constructor(readonly markup: string) {}

  toString(): string {
    return this.markup;
  }
}

/** What may stand in a template: texts are escaped, lists joined, nothing for null and false. */
export type HtmlValue = string | number | Html | null | false | undefined | HtmlValue[];

/** A page template in which every value is escaped unless it is {@link Html}. */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return new Html(strings.reduce((page, part, i) => page + render(values[i - 1]) + part));
}

/** Markup that we made ourselves, such as an SVG. Never for a text of an input or a case. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

function render(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (Array.isArray(value)) return value.map(render).join('');
  return value instanceof Html ? value.markup : escapeText(String(value));
}
