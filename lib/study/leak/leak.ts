import { AnalysisError } from '../../contract/errors';
import { INSPECT } from '../../contract/leaked';
import type { Results } from '../../contract/results';
import { type ClaimRow, claimsAnswer } from '../../publish/answers/claims-answer';
import { claimAnswer, type TestRow } from '../../publish/answers/claim-answer';
import { type DisputedRow, disputedAnswer } from '../../publish/answers/disputed-answer';
import { disputedSubjects, disputesAnswer, type DisputeRow } from '../../publish/answers/disputes-answer';
import { type FieldRow, fieldsAnswer } from '../../publish/answers/fields-answer';
import type { GroupRow } from '../../publish/answers/groups-answer';
import { type PeopleRow, peopleAnswer } from '../../publish/answers/people-answer';
import { readAnswer, type ReadRow } from '../../publish/answers/read-answer';
import { askableWith, withAnswer, type WithRow } from '../../publish/answers/with-answer';
import type { Answer } from '../../publish/notebook/answer';
import { BriefPage } from '../../publish/brief-page';
import { nearestWords } from '../../words/text/nearest-words';
import { askGroups, type GroupsOptions } from './ask-groups';
import { type LeakSource, RecordsBehind } from './records-behind';

/**
 * An opened leak, to be asked: what `open` gives. Every answer is made of what may be published of it; `groups` alone asks
 * the records, and hides what must not be told before it answers.
 */
export class Leak {
  /** What may be published. */
  readonly results: Results;
  readonly #records: RecordsBehind;
  readonly #notes: readonly string[];

  constructor(results: Results, source: LeakSource) {
    this.results = results;
    this.#records = new RecordsBehind(results, source);
    this.#notes = source.notes;
  }

  /**
   * What was read: documents of each kind, and what is no document and why.
   *
   * @example (await open('dump.ndjson.gz')).read().rows.length // 1
   */
  read(): Answer<ReadRow> {
    return readAnswer(this.results, this.#notes);
  }

  /**
   * People, by each way of counting.
   *
   * @example (await open('wyze-2019')).people().rows[0].id // 'people.accounts'
   */
  people(): Answer<PeopleRow> {
    return peopleAnswer(this.results);
  }

  /**
   * What each path holds, and how many people have that.
   *
   * @example (await open('wyze-2019')).fields().rows.find(({ path }) => path === 'timezone_name').category // 'time zone'
   */
  fields(): Answer<FieldRow> {
    return fieldsAnswer(this.results);
  }

  /**
   * People with data of a group (`health`, `credentials`, `contact` …), category by category, or with one category; for a group
   * with what the parties said of it.
   *
   * @param what id of a group, or id or title of a category
   * @throws NAME_UNKNOWN with the nearest
   * @example (await open('wyze-2019')).with('health').rows[0].claimed // 'Wyze: about 140'
   */
  with(what: string): Answer<WithRow> {
    const answer = withAnswer(this.results, what.trim().toLowerCase());
    if (answer) return answer;
    throw unknown(what, 'groups and categories', askableWith(this.results));
  }

  /**
   * Paths whose meaning is disputed, and how many people have what under each meaning.
   *
   * @example (await open('wyze-2019')).disputed().rows[0].meaning // 'bone density'
   */
  disputed(): Answer<DisputedRow> {
    return disputedAnswer(this.results);
  }

  /**
   * Each claim with its verdict.
   *
   * @param subject only claims about it; defaults to all
   * @throws NAME_UNKNOWN with the nearest
   * @example (await open('wyze-2019')).claims('API tokens').rows[0].verdict // 'Not decided'
   */
  claims(subject?: string): Answer<ClaimRow> {
    const subjects = [...new Set(this.results.claims.map((claim) => claim.subject))];
    return claimsAnswer(
      this.results,
      subject === undefined ? undefined : oneOf(subject, 'subjects', subjects),
    );
  }

  /**
   * What two parties said on each subject on which they disagree, side by side.
   *
   * @param subjects which; defaults to all
   * @throws NAME_UNKNOWN with the nearest
   * @example (await open('wyze-2019')).disputes('API tokens').rows[0].other // 'Wyze'
   */
  disputes(...subjects: string[]): Answer<DisputeRow> {
    const known = disputedSubjects(this.results);
    return disputesAnswer(
      this.results,
      subjects.map((subject) => oneOf(subject, 'disputed subjects', known)),
    );
  }

  /**
   * One claim with every test that it was put to.
   *
   * @param id as in the rows of `claims()`
   * @throws NAME_UNKNOWN with the nearest
   * @example (await open('wyze-2019')).claim('wyze-140-testers').rows[0].taken // '133 to 146'
   */
  claim(id: string): Answer<TestRow> {
    const claim = this.results.claims.find((each) => each.id === id);
    if (claim) return claimAnswer(this.results, claim);
    throw unknown(
      id,
      'claims',
      this.results.claims.map((each) => each.id),
    );
  }

  /** People by the value that they have at a path or in a category. */
  groups(what: string, options?: GroupsOptions): Promise<Answer<GroupRow>>;
  /** People by pairs of values: of one document, or of one person where the two stand in different kinds of document. */
  groups(what: string, and: string, options?: GroupsOptions): Promise<Answer<GroupRow>>;
  /**
   * Groups of fewer than ten people, and what would give one back within the answer, are hidden; a value that fewer than ten
   * share, or that stands for one person, never appears.
   *
   * @throws NAME_UNKNOWN, FIELD_AMBIGUOUS, FIELD_WITHOUT_PEOPLE, NO_PERSON_KEY, QUESTION_INVALID; RUN_FORGOTTEN where
   * the records behind a run are gone
   * @example (await (await open('wyze-2019')).groups('gender')).rows[0] // { gender: '1', … }
   */
  async groups(
    what: string,
    and?: string | GroupsOptions,
    options: GroupsOptions = {},
  ): Promise<Answer<GroupRow>> {
    const names = (typeof and === 'string' ? [what, and] : [what]).map(String);
    const asked = typeof and === 'object' ? and : options;
    return this.#records.ask((records) => askGroups(records, names, asked));
  }

  /**
   * The brief: its summary as the last word of a cell, and the whole page to be saved.
   *
   * @example (await open('wyze-2019')).brief().page.slice(0, 15) // '<!doctype html>'
   */
  brief(): BriefPage {
    return new BriefPage(this.results);
  }

  /** As the last word of a cell: what was read. */
  html(): string {
    return this.read().html();
  }

  /** The same as plain text. */
  text(): string {
    return this.read().text();
  }

  [INSPECT](): string {
    return this.text();
  }
}

/** The known name that is meant, whatever its case. */
function oneOf(name: string, things: string, known: readonly string[]): string {
  const found = known.find((each) => each.toLowerCase() === name.trim().toLowerCase());
  if (found === undefined) throw unknown(name, things, known);
  return found;
}

function unknown(argument: string, things: string, known: readonly string[]): AnalysisError {
  const near = nearestWords(argument, known, 5);
  const named = (near.length > 0 ? near : known.slice(0, 5)).join(', ') || '–';
  return new AnalysisError('NAME_UNKNOWN', { argument, things, known: named });
}
