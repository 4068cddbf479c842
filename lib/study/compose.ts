import { printable } from '../contract/errors';
import type { PrivateResults, ResultField, ResultInput } from '../contract/results';
import { judgementInWords } from '../words/reasons/judgement-in-words';
import { windows } from '../measures/windows';
import { privateInputs } from '../records/private-inputs';
import type { Study } from './study';
import { provenance } from './provenance';

/** Lays everything that is known of one input out as the private document. */
export function compose(study: Study): PrivateResults {
  const { opened, fields, people, evidence, kindNames, judged, truth, options } = study;
  const { manifest } = opened.store;
  const placeOf = ({ kind, path }: { kind: string; path: string }) => `${kindNames[kind] ?? kind}: ${path}`;
  const said = judged && judgementInWords(judged);
  return {
    schema: 'breachscope/results@2',
    sharing: 'private',
    case: options.case?.name ?? null,
    title: options.case?.file.title ?? null,
    inputs: [inputOf(study)],
    drawn: [
      {
        input: 0,
        kind: evidence.kind,
        asked: evidence.asked,
        unit: evidence.unit,
        population: evidence.population,
        proof: evidence.proof,
        whole: evidence.whole,
        seal: evidence.seal ?? null,
        words: evidence.words,
      },
    ],
    kinds: manifest.kinds.map(({ id, documents }) => ({
      id,
      label: kindNames[id] ?? id,
      input: 0,
      documents,
    })),
    fields: fields.map((field) => fieldOf(field, manifest.kinds)),
    people: people.definitions.map((definition) => {
      const measure = study.measures.find((row) => row.id === definition.id);
      return {
        id: definition.id,
        main: definition.id === people.main?.id,
        definition: definition.definition,
        unit: definition.unit,
        keys: definition.keys.map(placeOf),
        count: definition.count,
        low: measure?.low ?? null,
        high: measure?.high ?? null,
        refused: measure?.refused ?? null,
        range: definition.range,
        links: definition.links,
      };
    }),
    joins: study.joins.map(({ from, to, over, ...join }) => ({
      from: placeOf(from),
      to: placeOf(to),
      ...join,
      over: over.map(placeOf),
    })),
    windows: options.case ? windows(options.case.file) : [],
    measures: study.measures,
    claims: said?.claims ?? [],
    disagreements: said?.disagreements ?? [],
    publicRecord: said?.publicRecord ?? [],
    questions: said?.questions ?? [],
    worlds: [],
    ledger: options.case?.ledger ?? null,
    provenance: provenance(
      truth?.seed ?? (study.proof?.draw && 'seed' in study.proof.draw ? study.proof.draw.seed : null),
    ),
    private: {
      inputs: privateInputs(opened),
      fields: manifest.paths.map(({ kind, path, first, last }) => ({ kind, path, first, last })),
      names: study.knownNames,
    },
  };
}

function inputOf(study: Study): ResultInput {
  const { opened, truth, evidence, people, options } = study;
  const { manifest } = opened.store;
  const one = <T>(values: T[]): T | 'mixed' => (new Set(values).size > 1 ? 'mixed' : (values[0] as T));
  const warnings = manifest.warnings.map((warning) => warning.code);
  if (opened.preview.empty > 0) warnings.push('FILES_EMPTY');
  if (study.looksSynthetic) warnings.push('LOOKS_SYNTHETIC');
  if (study.isAnsweredByTruth) warnings.push('ANSWERED_BY_TRUTH');
  if (study.isTruthDoubted) warnings.push('TRUTH_NOT_SYNTHETIC');
  return {
    label: printable(options.label ?? '') || 'input 1',
    synthetic: truth && { world: truth.world, seed: truth.seed },
    commitment: opened.commitment,
    parts: manifest.parts.length,
    format: one(manifest.parts.map((part) => part.format)),
    envelope: one(manifest.parts.map((part) => part.envelope)),
    encoding: one(manifest.parts.map((part) => part.encoding)),
    compression: one(manifest.parts.map((part) => part.compression)),
    status: manifest.status,
    code: manifest.code,
    documents: manifest.documents,
    rejected: manifest.rejected,
    skipped: manifest.skipped,
    unread: study.unread,
    deleted: manifest.deleted,
    actionLines: manifest.actionLines,
    declaredTotal: manifest.declaredTotal,
    rejectCounts: sorted(manifest.rejectCounts),
    warnings: [...warnings, ...people.warnings, ...evidence.warnings],
  };
}

function fieldOf(field: Study['fields'][number], kinds: { id: string; documents: number }[]): ResultField {
  const { entry } = field;
  return {
    kind: entry.kind,
    path: entry.path,
    documents: kinds.find((kind) => kind.id === entry.kind)?.documents ?? 0,
    present: entry.present,
    filled: entry.filled,
    values: entry.values,
    distinct: entry.distinct,
    types: sorted(entry.types),
    category: field.category,
    confidence: field.confidence,
    why: field.why,
    alternatives: field.alternatives,
    definitions: field.definitions,
    hibp: field.hibp,
    veris: field.veris,
    gdpr: field.gdpr,
  };
}

/** The same counts with their keys in order: which worker met what first must not show. */
function sorted(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
