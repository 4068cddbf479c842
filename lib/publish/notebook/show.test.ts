import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishable } from '../gate/publishable';
import { tableHtml, tableText } from '../tables/table';
import { tableOf } from '../tables/table-of';
import { exampleDocument } from '../testing/example-document';

test('measures are shown with counts in words and shares in per cent', () => {
  const text = tableText(tableOf(publishable(exampleDocument({ fields: [] })).measures));
  assert.match(text, /people\.with:weight\s+fewer than 10\s+withheld/);
});

test('a column of numbers stands on the right, a column of words on the left', () => {
  const table = tableOf([{ name: 'a', people: 2400000 }]);
  assert.deepEqual(
    table.columns.map((column) => column.numeric),
    [false, true],
  );
  assert.match(tableHtml(table).markup, /text-align:right[^>]*>2,400,000</);
});

test('small shares keep three significant digits', () => {
  assert.deepEqual(tableOf([{ unit: 'share', value: 0.0000583 }]).rows, [['share', '0.00583 %']]);
});

test('markup in a cell or a heading is text', () => {
  const { markup } = tableHtml(tableOf([{ '<b>': '<img onerror=x>' }]));
  assert.doesNotMatch(markup, /<img|<b>/);
});

test('no rows are a table without rows', () => {
  assert.deepEqual(tableOf([]), { columns: [], rows: [] });
});
