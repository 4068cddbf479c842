/**
 * Most accounts that links may make one person or one household of. Chosen, not derived: a person rarely has more accounts
 * than a family has members, while an address such as `none@…` or a test device ties thousands. A larger group falls
 * apart, and results say how many did. A case may set its own (`fields.yaml: links`).
 */
export const LINK_LIMITS: LinkLimits = { person: 8, household: 16 };

/** Largest groups that links may make, in keys that documents begin with (accounts, where there are any). */
export interface LinkLimits {
  person: number;
  household: number;
}
