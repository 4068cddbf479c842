import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from './testing/repository';

test('fifteen public names at most, none by a star', () => {
  const text = readFileSync(join(ROOT, 'lib', 'index.ts'), 'utf8');
  const names = [...text.matchAll(/^export (?:type )?\{ (?:\w+ as )?(\w+) \} from/gm)].map(
    ([, name]) => name,
  );
  assert.equal(text.match(/^export/gm)?.length, names.length, 'one name a line');
  assert.deepEqual([...names].sort(), [
    ...['AnalysisError', 'Figure', 'Leak', 'Results', 'brief', 'chart', 'fieldsFigure', 'healthFigure'],
    ...['makeWorld', 'open', 'peopleFigure', 'readTable', 'save', 'show', 'verdictsFigure'],
  ]);
});
