import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Case, CaseFile, FieldNotes } from '../contract/case';
import { isCategory } from '../contract/categories';
import { readClaims } from './read-claims';
import { readSources } from './read-sources';
import { readText, readYaml, type Place, type YamlFile } from './read-yaml';

/**
 * Loads and checks a case folder: case.yaml, sources.csv, claims.yaml and, where there is one, fields.yaml.
 *
 * @returns the case, with a hash of its ledger: hex SHA-256 over claims.yaml and case.yaml
 * @throws CASE_INVALID, MEASURE_UNKNOWN with file, line and column
 */
export function loadCase(dir: string): Case {
  const caseYaml = readYaml(join(dir, 'case.yaml'), 'case');
  const file = caseYaml.value as CaseFile;
  const sources = readSources(join(dir, 'sources.csv'));
  const sourceIds = new Set(sources.map((source) => source.id));
  const claims = readClaims(readYaml(join(dir, 'claims.yaml'), 'claims'), {
    parties: new Set(Object.keys(file.parties)),
    subjects: new Set(Object.keys(file.subjects ?? {})),
    sources: sourceIds,
    published: file.published,
  });
  checkCase(caseYaml, sourceIds, new Set(claims.map((claim) => claim.id)));
  return {
    name: basename(dir),
    dir,
    file,
    claims,
    sources,
    notes: readNotes(join(dir, 'fields.yaml')),
    ledger: ledgerHash(dir),
  };
}

/** Checks every id that case.yaml names. */
function checkCase(yaml: YamlFile, sources: ReadonlySet<string>, claims: ReadonlySet<string>): void {
  const file = yaml.value as CaseFile;
  const must = (holds: boolean, place: Place, rule: string) => {
    if (!holds) throw yaml.fault(place, rule);
  };
  const party = (id: string, ...place: Place) => must(id in file.parties, place, 'there is no such party');
  const claim = (ids: string[], ...place: Place) =>
    ids.forEach((id, i) => must(claims.has(id), [...place, i], 'claims.yaml has no claim of this id'));
  file.populations.forEach((row, i) =>
    must(sources.has(row.source), ['populations', i, 'source'], 'sources.csv has no such id'),
  );
  file.probes.forEach((probe, i) => {
    party(probe.by, 'probes', i, 'by');
    must(sources.has(probe.source), ['probes', i, 'source'], 'sources.csv has no such id');
  });
  must(zoneKnown(file.zone), ['zone'], 'this is no IANA time zone');
  must(file.worlds.includes(file.defaultWorld), ['defaultWorld'], 'worlds does not name it');
  (file.wholeWorlds ?? []).forEach((world, i) =>
    must(file.worlds.includes(world), ['wholeWorlds', i], 'worlds does not name it'),
  );
  for (const [name, measure] of Object.entries(file.measures)) {
    must(isCategory(measure.category), ['measures', name, 'category'], 'there is no such category');
  }
  (file.disagreements ?? []).forEach((row, i) => {
    for (const side of ['a', 'b'] as const) {
      party(row[side].party, 'disagreements', i, side, 'party');
      claim(row[side].claims, 'disagreements', i, side, 'claims');
    }
  });
  (file.silences ?? []).forEach((row, i) => claim(row.claims, 'silences', i, 'claims'));
  (file.questions ?? []).forEach((row, i) => {
    party(row.party, 'questions', i, 'party');
    claim(row.claims, 'questions', i, 'claims');
  });
}

function readNotes(path: string): FieldNotes {
  if (!existsSync(path)) return { fields: [] };
  const yaml = readYaml(path, 'fields');
  const notes = yaml.value as FieldNotes;
  notes.fields.forEach((note, i) => {
    if (note.category !== undefined && !isCategory(note.category))
      throw yaml.fault(['fields', i, 'category'], 'there is no such category');
    note.definitions?.forEach(({ category }, at) => {
      if (!isCategory(category))
        throw yaml.fault(['fields', i, 'definitions', at, 'category'], 'there is no such category');
    });
  });
  return notes;
}

function zoneKnown(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function ledgerHash(dir: string): string {
  const hash = createHash('sha256');
  for (const name of ['claims.yaml', 'case.yaml'])
    hash.update(`${name}\n`).update(readText(join(dir, name)), 'utf8');
  return hash.digest('hex');
}
