/** What evidence would settle one claim. Only evidence that exists already, or that a party can hand over. */
export interface PlanRow {
  claim: string;
  party: string;
  subject: string;
  said: string;
  measure: string | null;
  /** What is claimed: a number, that there is some, that there is none; null where records do not show it. */
  asks: 'number' | 'some' | 'none' | 'size' | null;
  /** People who would have it if the claim is right; null where it names no number. */
  claimed: number | null;
  /** People to draw at random for a 95 % chance to see one of them. */
  see: number | null;
  /** The same where whole pages are drawn and the holders lie together on as few pages as can hold them. */
  pages: { of: number; holding: number; draw: number; documents: number } | null;
  /** People to draw at random to decide the number with a chance of 80 % if it is right; null: only everything. */
  decide: number | null;
  /** What the parties' own records would settle before anybody counts. */
  ask: string[];
}

/** A case's plan. */
export interface Plan {
  case: string;
  title: string;
  population: number | null;
  pageSize: number;
  rows: PlanRow[];
}
