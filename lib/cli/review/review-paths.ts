import { today } from '../../records/review/today';
import { AnalysisError } from '../../contract/errors';
import type { PathLook, Review } from '../../contract/review';
import { keepReview } from '../../records/review/kept-reviews';
import { pathTexts } from '../../records/review/path-texts';
import type { PrivateTerminal } from '../../records/review/private-terminal';
import type { InputForReview } from '../../study/open-for-review';
import type { PathToLookAt } from '../../study/looks/paths-to-look-at';
import type { Session } from '../session';
import { categoryAt, pathScreen, whichScreen } from './path-screen';

/** What a look at paths goes over. */
export interface LookingAtPaths {
  input: InputForReview;
  paths: readonly PathToLookAt[];
  review: Review;
  /** File where the answers are kept, else the cache. */
  file: string | null;
  by: string;
  terminal: PrivateTerminal;
  session: Session;
}

/**
 * Goes from path to path until all are answered or somebody leaves; every answer is kept at once.
 *
 * @returns what is kept, and whether somebody left before the records
 * @throws INTERRUPTED
 */
export async function reviewPaths(looking: LookingAtPaths): Promise<{ review: Review; left: boolean }> {
  const { input, paths, file, by, terminal, session } = looking;
  let { review } = looking;
  const next = async () => {
    const key = await terminal.key(session.signal);
    if (key !== 'ctrl-c') return key;
    terminal.close();
    throw new AnalysisError('INTERRUPTED');
  };
  let [at, open] = [0, false];
  for (let path = paths[at]; path !== undefined; path = paths[at]) {
    const { entry } = path.field;
    const texts = await pathTexts(input.opened.store, entry);
    const kind = input.kindNames[entry.kind] ?? entry.kind;
    terminal.show(pathScreen({ path, kind, texts, open, at, of: paths.length, by }));
    const key = await next();
    if (key === 'q') return { review, left: true };
    if (key === 'r') break;
    open = key === 'v' && !open;
    if (key === 'b') at = Math.max(0, at - 1);
    if (key === 's') at++;
    let holds: PathLook['holds'] = null;
    if (key === 'y') {
      terminal.show(whichScreen(path));
      const which = await next();
      if (which === 'q') return { review, left: true };
      holds = categoryAt(path, which);
    }
    if (key !== 'n' && holds === null) continue;
    const cannot = path.categories.filter((id) => id !== holds);
    const on = today();
    const others = (review.paths ?? []).filter(
      (look) => look.kind !== entry.kind || look.path !== entry.path || look.by !== by,
    );
    review = { ...review, paths: [...others, { kind: entry.kind, path: entry.path, cannot, holds, by, on }] };
    keepReview(review, file);
    at++;
  }
  return { review, left: false };
}
