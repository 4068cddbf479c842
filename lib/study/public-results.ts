import { judgePublic } from '../claims/judge-public';
import type { Case } from '../contract/case';
import type { PrivateResults } from '../contract/results';
import { judgementInWords } from '../words/reasons/judgement-in-words';
import { windows } from '../measures/windows';
import { provenance } from './provenance';

/** What the public record of a case settles, with no input at all. */
export function publicResults(caseFolder: Case): PrivateResults {
  return {
    schema: 'breachscope/results@2',
    sharing: 'private',
    case: caseFolder.name,
    title: caseFolder.file.title,
    inputs: [],
    drawn: [],
    kinds: [],
    fields: [],
    people: [],
    joins: [],
    windows: windows(caseFolder.file),
    measures: [],
    ...judgementInWords(judgePublic(caseFolder)),
    worlds: [],
    ledger: caseFolder.ledger,
    provenance: provenance(null),
    private: { inputs: [], fields: [], names: [] },
  };
}
