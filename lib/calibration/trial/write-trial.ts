import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Proof } from '../../contract/truth';
import { validate } from '../../contract/validate';
import type { Spoiled } from './spoil';
import type { TrialClaim } from './trial-ledger';

/** A trial as it lies on disk: what a user would have. */
export interface WrittenTrial {
  /** Folder of the case. */
  caseDir: string;
  files: string[];
  proofFile: string | null;
}

/** Writes the files of a draw, its proof and the case with the ledger. Nothing of the truth is among them. */
export function writeTrial(dir: string, draw: Spoiled, claims: readonly TrialClaim[]): WrittenTrial {
  const [dataDir, caseDir] = [join(dir, 'dump'), join(dir, 'lamplight')];
  mkdirSync(dataDir, { recursive: true });
  mkdirSync(caseDir, { recursive: true });
  const shown = draw.files.filter(({ documents }) => documents.length > 0);
  const written = shown.map(({ name, documents }) => {
    const text = documents.map((document) => {
      const line = JSON.stringify(document.row);
      return `${draw.damaged.has(document) ? line.slice(0, Math.floor(0.9 * line.length)) : line}\n`;
    });
    const file = join(dataDir, `${name}.ndjson`);
    const content = text.join('');
    writeFileSync(file, content);
    return { file, sha256: createHash('sha256').update(content).digest('hex') };
  });
  let proofFile: string | null = null;
  if (draw.proof) {
    proofFile = join(dataDir, 'proof.json');
    const text = JSON.stringify(draw.proof).replace(
      /PART-(\d)/g,
      (_, i) => written[Number(i)]?.sha256 ?? '0'.repeat(64),
    );
    validate('proof', JSON.parse(text) as Proof);
    writeFileSync(proofFile, text);
  }
  writeFileSync(join(caseDir, 'case.yaml'), JSON.stringify(caseOf(claims)));
  writeFileSync(join(caseDir, 'claims.yaml'), JSON.stringify(claims.map(({ entry }) => entry)));
  writeFileSync(
    join(caseDir, 'sources.csv'),
    'id,publisher,date,url,read,confidence\nN1,Finder,2021-03-10,https://finder.example.org,invented,invented\n',
  );
  return { caseDir, files: written.map(({ file }) => file), proofFile };
}

function caseOf(claims: readonly TrialClaim[]): object {
  return {
    title: 'The Lamplight exposure',
    zone: 'Europe/Berlin',
    published: '2021-03-10',
    populations: [{ name: 'accounts', value: 50_000, source: 'N1' }],
    kinds: {},
    parties: {
      finder: { name: 'Finder', role: 'researcher' },
      lamplight: { name: 'Lamplight', role: 'vendor' },
    },
    probes: [],
    reset: [],
    measures: {},
    worlds: ['none'],
    defaultWorld: 'none',
    seed: 'trial',
    subjects: Object.fromEntries(claims.map(({ entry }) => [String(entry['subject']), {}])),
  };
}
