import { judgePublic } from '../claims/record/judge-public';
import type { Case } from '../contract/case';
import type { PrivateResults } from '../contract/results';
import { windows } from '../measures/windows';
import { provenance } from './provenance';

/** What the public record of a case settles, with no input at all. */
export function publicResults(incident: Case): PrivateResults {
  return {
    schema: 'breachscope/results@1',
    sharing: 'private',
    case: incident.name,
    title: incident.file.title,
    inputs: [],
    drawn: [],
    kinds: [],
    fields: [],
    people: [],
    windows: windows(incident.file),
    measures: [],
    ...judgePublic(incident),
    worlds: [],
    ledger: incident.ledger,
    provenance: provenance(null),
    private: { inputs: [], fields: [] },
  };
}
