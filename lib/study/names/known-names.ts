import type { CaseFile, FieldNotes } from '../../contract/case';
import { pathKeys } from '../../fields/path-keys';

/** Names of keys and kinds that a case knows: whoever wrote them down there wants them shown. */
export function knownNames(notes: FieldNotes | null, caseFile: CaseFile | null): string[] {
  const paths = [
    ...(notes?.fields ?? []).map(({ path }) => path),
    ...(notes?.joins ?? []).flatMap((join) => join.split('=')),
    ...Object.values(caseFile?.kinds ?? {}).flatMap(({ has }) => has),
  ];
  return [...new Set([...Object.keys(caseFile?.kinds ?? {}), ...paths.flatMap(pathKeys)])];
}
