import { findCase } from '../cases/find-case';
import { loadCase } from '../cases/load-case';
import type { Case } from '../contract/case';

/** Loads a case by name, or the only one there is. @throws CASE_UNKNOWN, CASE_MISSING, CASE_INVALID, MEASURE_UNKNOWN */
export function loadCaseFolder(name: string | undefined): Case {
  return loadCase(findCase(name).dir);
}
