import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import { AnalysisError } from './errors';
import caseFile from './schemas/case.schema.json';
import claims from './schemas/claims.schema.json';
import fields from './schemas/fields.schema.json';
import manifest from './schemas/manifest.schema.json';
import privateResults from './schemas/private-results.schema.json';
import proof from './schemas/proof.schema.json';
import results from './schemas/results.schema.json';
import review from './schemas/review.schema.json';
import seal from './schemas/seal.schema.json';
import truth from './schemas/truth.schema.json';

const SCHEMAS = {
  case: caseFile,
  claims,
  fields,
  manifest,
  'private-results': privateResults,
  proof,
  results,
  review,
  seal,
  truth,
} as const;

/** Name of a document type that has a schema. */
export type SchemaName = keyof typeof SCHEMAS;

/** A broken rule and where it was broken; never the value that broke it. */
export interface Problem {
  /** Keys and positions from the document's root. */
  place: string[];
  rule: string;
}

let ajv: Ajv | undefined;

/** The compiled check of one schema; nothing is compiled before it is asked for. */
function compiled(name: SchemaName): ValidateFunction {
  if (!ajv) {
    ajv = new Ajv({ allErrors: false, allowUnionTypes: true, strictTuples: false, strictRequired: false });
    for (const schema of Object.values(SCHEMAS)) ajv.addSchema(schema);
  }
  return ajv.getSchema(SCHEMAS[name].$id) as ValidateFunction;
}

/**
 * The first rule of a schema that a document breaks, for callers that know the line of each place. Callers that do not
 * use {@link validate}.
 *
 * @returns null when the document has the form
 */
export function findProblem(name: SchemaName, value: unknown): Problem | null {
  const check = compiled(name);
  if (check(value)) return null;
  const error = deepest(check.errors ?? []);
  const keys = error.instancePath.split('/').slice(1).map(unescapePointer);
  const key = error.keyword === 'additionalProperties' ? String(error.params['additionalProperty']) : null;
  return { place: key === null ? keys : [...keys, key], rule: ruleOf(error) };
}

/**
 * Checks a document against the schema of its type.
 *
 * @param name document type
 * @throws SCHEMA with the rule and the place, never with a value of the document
 */
export function validate(name: SchemaName, value: unknown): void {
  const problem = findProblem(name, value);
  if (!problem) return;
  const place = problem.place.map((key) => (/^[A-Za-z0-9_.:@-]{1,60}$/.test(key) ? key : '…')).join('/');
  throw new AnalysisError('SCHEMA', {
    argument: 'The document',
    schema: name,
    rule: `${problem.rule} at /${place}`,
  });
}

/** Of the errors of a failed choice the one that lies deepest says most. */
function deepest(errors: ErrorObject[]): ErrorObject {
  const depth = (error: ErrorObject) => error.instancePath.split('/').length;
  return errors.reduce((best, error) => (depth(error) > depth(best) ? error : best));
}

function ruleOf(error: ErrorObject): string {
  if (error.keyword === 'enum')
    return `must be one of ${(error.params['allowedValues'] as unknown[]).join(', ')}`;
  if (error.keyword === 'const') return `must be ${String(error.params['allowedValue'])}`;
  if (error.keyword === 'additionalProperties') return 'this key is not known';
  return error.message ?? error.keyword;
}

function unescapePointer(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}
