import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { CATEGORIES, categoriesIn, type Category } from '../contract/categories';
import type { MailProvider, NameRule, NoValueRule, Taxonomy, ValueRule } from '../contract/taxonomy';
import { taxonomyFolder } from './taxonomy-folder';

let loaded: Taxonomy | null = null;

/**
 * The tables that every case shares: rules on names and values, words, providers and vendors. Read once, at
 * the first call; the tables are part of the kit, so their tests check them and this does not.
 */
export function loadTaxonomy(): Taxonomy {
  return (loaded ??= read(taxonomyFolder()));
}

function read(dir: string): Taxonomy {
  const text = (name: string) => readFileSync(join(dir, name), 'utf8');
  const rowsOf = <Column extends string>(name: string) =>
    parse<Record<Column, string>>(text(name), { columns: true });
  return {
    names: JSON.parse(text('names.json')) as NameRule[],
    values: JSON.parse(text('values.json')) as ValueRule[],
    noValues: rowsOf<'sort' | 'test' | 'form' | 'except'>('no-values.csv').map(
      ({ except, ...rule }) => ({ ...rule, except: except.split(' ').filter(Boolean) }) as NoValueRule,
    ),
    closedForms: rowsOf<'form' | 'pattern' | 'admits' | 'named'>('closed-forms.csv').map(
      ({ admits, named, ...row }) => ({ ...row, admits: admitted(admits), named: admitted(named) }),
    ),
    mailProviders: new Map(
      rowsOf<'id' | 'domains' | 'dots' | 'tag' | 'synthetic'>('mail-providers.csv')
        .map(mailProvider)
        .flatMap((provider) => provider.domains.map((domain) => [domain, provider] as const)),
    ),
    cloudProviders: rowsOf<'id' | 'title' | 'country' | 'suffixes'>('cloud-providers.csv').map(
      ({ id, title, country, suffixes }) => ({
        id,
        title,
        country: country || null,
        suffixes: suffixes.split(' '),
      }),
    ),
    macPrefixes: rowsOf<'prefix' | 'vendor' | 'synthetic'>('mac-prefixes.csv').map(
      ({ prefix, vendor, synthetic }) => ({ prefix, vendor, synthetic: synthetic === 'yes' }),
    ),
    vocabulary: rowsOf<'words'>('vocabulary.csv').map((row) => row.words),
    givenNames: rowsOf<'names'>('given-names.csv').map((row) => row.names),
    words: JSON.parse(text('words.json')) as Taxonomy['words'],
  };
}

/** Categories by id, by group, or all (`*`) but some (`-email`). */
function admitted(cell: string): Set<Category> {
  const all = new Set<Category>();
  for (const word of cell.split(' ').filter(Boolean)) {
    const [named] = CATEGORIES.filter((id) => id === word.replace(/^-/, ''));
    const meant = named ? [named] : word === '*' ? CATEGORIES : categoriesIn(word);
    for (const category of meant) {
      if (word.startsWith('-')) all.delete(category);
      else all.add(category);
    }
  }
  return all;
}

function mailProvider(row: Record<'id' | 'domains' | 'dots' | 'tag' | 'synthetic', string>): MailProvider {
  return {
    id: row.id,
    domains: row.domains.split(' ') as MailProvider['domains'],
    dotsIgnored: row.dots === 'ignored',
    tag: row.tag || null,
    synthetic: row.synthetic === 'yes',
  };
}
