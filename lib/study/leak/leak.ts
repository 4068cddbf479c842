import type { Results } from '../../contract/results';
import { type ClaimRow, claimsAnswer } from '../../publish/answers/claims-answer';
import { type FieldRow, fieldsAnswer } from '../../publish/answers/fields-answer';
import { type PeopleRow, peopleAnswer } from '../../publish/answers/people-answer';
import type { Answer } from '../../publish/notebook/answer';

/**
 * An opened leak, to be asked. Every answer but `groups` is made of what may be published of it.
 */
export class Leak {
  /** What may be published. */
  readonly results: Results;

  constructor(results: Results) {
    this.results = results;
  }

  /** People, by each way of counting. */
  people(): Answer<PeopleRow> {
    return peopleAnswer(this.results);
  }

  /** What each path holds. */
  fields(): Answer<FieldRow> {
    return fieldsAnswer(this.results);
  }

  /**
   * Each claim with its verdict.
   *
   * @param subject only claims about it; defaults to all
   */
  claims(subject?: string): Answer<ClaimRow> {
    return claimsAnswer(this.results, subject);
  }
}
