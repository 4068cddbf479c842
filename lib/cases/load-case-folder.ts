import type { Case } from '../contract/case';
import { findCase } from './find-case';
import { loadCase } from './load-case';

/**
 * Loads a case by its name: the folder `data/NAME/` here or above, else one that comes with the kit; or by its folder.
 *
 * @param name or path; defaults to the only case there is
 * @throws CASE_UNKNOWN, CASE_INVALID, MEASURE_UNKNOWN
 */
export function loadCaseFolder(name?: string): Case {
  return loadCase(findCase(name).dir);
}
