import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findChromium } from '../../testing/find-chromium';
import { publishable } from '../gate/publishable';
import { exampleClaim, exampleDocument, exampleInput } from '../testing/example-document';
import { brief } from './brief';
import { filesIn } from '../../testing/files-in';
import { tempFolder } from '../../testing/temp-folder';

const EVIL = '"><script>document.title="x"</script><img src=https://example.org/a.png onerror=alert(1)>';
const world = exampleInput({ world: 'finder', seed: 's' });

test('what the public record settles comes before anything from records', () => {
  const page = brief(publishable(exampleDocument()));
  assert.ok(page.indexOf('Maker named 1 to 9 March 2021') < page.indexOf('2. What these records show'));
});

test('a page made from made-up records says so before the first section, others do not', () => {
  const stamp = 'Synthetic data: says nothing about the real incident';
  const page = brief(publishable(exampleDocument({ inputs: [world] })));
  assert.ok(page.indexOf(stamp) > 0 && page.indexOf(stamp) < page.indexOf('1. What the public record'));
  assert.ok(!brief(publishable(exampleDocument())).includes(stamp));
});

test('a decided claim on made-up records offers no sentence to print, a public one does', () => {
  const claims = [
    exampleClaim('a', 'finder', 'supported', { because: 'Records say so.' }),
    exampleClaim('b', 'finder', 'refuted', { because: 'The dates exclude it.', basis: 'public' }),
  ];
  const page = brief(publishable(exampleDocument({ claims, inputs: [world] })));
  assert.ok(page.includes('<strong>Can be printed:</strong> The dates exclude it.'));
  assert.ok(!page.includes('<strong>Can be printed:</strong> Records say so.'));
});

test('an exact page says that it is not for sharing', () => {
  assert.ok(brief(exampleDocument()).includes('Not for sharing'));
});

test('small counts stand as words and nowhere as numbers', () => {
  const page = brief(publishable(exampleDocument()));
  assert.ok(page.includes('fewer than 10'));
  assert.doesNotMatch(page, /&lt;10/);
});

/** The example with markup in every text that a case or an input brings. */
function hostile() {
  const claim = exampleClaim('a', EVIL, 'refuted', {
    subject: EVIL,
    said: EVIL,
    because: EVIL,
    wouldSettle: EVIL,
    sources: [EVIL],
  });
  return publishable(
    exampleDocument({
      case: EVIL,
      claims: [claim],
      publicRecord: [{ subject: EVIL, finding: EVIL, claims: [] }],
      questions: [{ party: EVIL, question: EVIL, claims: [] }],
      disagreements: [
        { subject: EVIL, parties: [EVIL, EVIL], claims: ['a'], outcome: 'neither', because: EVIL },
      ],
      kinds: [{ id: 'k0', label: EVIL, input: 0, documents: 5000 }],
    }),
  );
}

test('markup in a text of the case or the input is shown, not obeyed', () => {
  const page = brief(hostile());
  assert.doesNotMatch(page, /<script|<img|onerror=alert\(1\)>/);
});

test('in a browser the page asks for nothing, runs nothing, breaks no rule of its own and fits a phone', async (t) => {
  const executablePath = findChromium();
  if (executablePath === null) return t.skip('no Chromium was found');
  const { chromium } = await import('playwright-core');
  const file = filesIn(tempFolder('brief'))('brief.html', brief(hostile()));
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    await page.goto(`file://${file}`);
    assert.deepEqual(
      requests.filter((url) => !url.startsWith('data:')),
      [`file://${file}`],
    );
    assert.deepEqual(complaints, []);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    assert.ok(Number(width) <= 360, `the page is ${Number(width)} px wide`);
    return undefined;
  } finally {
    await browser.close();
  }
});
