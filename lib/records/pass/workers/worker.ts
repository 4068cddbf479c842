import { Reject } from '../wasm/shared/records';
import { isUtf8 } from 'node:buffer';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { CsvBlocks } from './blocks/csv-blocks';
import { copyIntoWasm } from '../wasm/copy-into-wasm';
import { LineBases } from './line-bases';
import { RowBlocks } from './blocks/row-blocks';
import type { BlockDoneMessage, QuestionMessage, LiveCountsMessage, WorkerMessage } from './messages';
import type { BlockMessage, Wrapping } from './block-message';
import { RefusedBlocks } from '../refused/refused-blocks';
import type { RejectRow } from './worker-report';
import { TOP_LEVEL, type WorkerSetup } from './worker-setup';
import { startPass } from '../wasm/load-pass';
import { reportPass } from './report-pass';
import { WorkerFiles } from './worker-files';
import { SharedHashes } from './shared-hashes';
import { SpilledHashes } from './spilled-hashes';
import { WorkerInput } from './worker-input';
import { WorkerKeySets } from './worker-key-sets';
import { WorkerLiveCounts } from './worker-live-counts';

// One worker thread: blocks of whole lines in, row groups on disk, counts and hashes kept in its WebAssembly memory.
const setup = workerData as WorkerSetup;
const keySets = new WorkerKeySets(() => send({ type: 'too-many-sets' }));
const pass = startPass(setup.module, {
  chooseCluster: (hash) => keySets.chooseCluster(hash),
  chooseKind: () => keySets.chooseKind(),
  keepKeySet: () => keySets.keepKeySet(),
});
pass.init(setup.capacity, ...setup.seed, setup.maxDepth, setup.maxPaths);
for (const name of setup.names) copyIntoWasm(pass, Buffer.from(name), (p, length) => pass.addName(p, length));
for (const path of setup.plan?.maps ?? []) pass.addMap(path);
if (setup.plan?.maps.includes(TOP_LEVEL)) pass.foldTopLevel();
keySets.begin(pass, setup.plan);
const lineBases = new LineBases(setup.blockLines);
const files = new WorkerFiles(pass, setup.dir, setup.id);
const spilled = new SpilledHashes(pass, setup, () => send({ type: 'step' }));
const shared = new SharedHashes(pass, setup.id);
const csv = new CsvBlocks(pass);
const liveCounts = new WorkerLiveCounts(pass, setup);
const input = new WorkerInput(pass, csv, lineBases);
const rowBlocks = new RowBlocks(pass, keySets);
const refused = new RefusedBlocks();
const rejects: RejectRow[] = [];
/** What came while a block was at work. */
let next: BlockMessage | QuestionMessage | null = null;
let partBlock = -1;
let partLines = 0;

function send(message: WorkerMessage, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

function readBlock(message: BlockMessage): void {
  const bytes = new Uint8Array(message.buffer, 0, message.length);
  const { records, table, wrapping = 'none' } = message;
  const { lines, combo } = input.begin(message);
  const rows = message.rows ?? combo?.rows;
  const before = counters();
  const documents = table
    ? csv.read(bytes)
    : records
      ? parseRecords(records.places, lines, { bytes, wrapping })
      : rows
        ? rowBlocks.read(message.part, rows, bytes)
        : pass.parse(message.length, isUtf8(bytes), wrapping === 'hits');
  lookAhead();
  liveCounts.checkNewPaths();
  if (message.partBlock !== partBlock) {
    partBlock = message.partBlock;
    partLines = lineBases.before(partBlock);
  }
  const linesBefore = lineBases.before(message.block);
  const placed = records ?? message.rows;
  const line = placed ? placed.line : linesBefore - partLines + 1;
  const { errors, refusedTo } = noteRejects(message, line);
  if (documents > 0) {
    pass.emit(BigInt(linesBefore + 1), BigInt(message.part), BigInt(line), BigInt(message.byte));
    files.save();
  }
  spilled.keepWithin(setup.hashBytes);
  const rejected = pass.rejectRecordCount();
  const { buffer, part } = message;
  const counted = counters();
  const noticed = table
    ? { ...csv.noticed(bytes), starts: csv.starts(bytes, message, table) }
    : { skipped: counted.skipped - before.skipped, warnings: combo?.warnings ?? {}, starts: [] };
  const { blank = 0, comments = 0 } = combo ?? {};
  const { skipped, ...told } = noticed;
  // Updates by a script: nobody knows what they put in.
  if (!table) refused.look.unlooked(skipped);
  const counts = {
    lines: placed ? 0 : lines,
    documents,
    rejected,
    blank: counted.blank - before.blank + blank,
    skipped: skipped + comments,
    deleted: counted.deleted - before.deleted,
    actionLines: counted.actionLines - before.actionLines,
  };
  send({ type: 'block-done', buffer, part, counts, errors, refusedTo, ...told }, [buffer]);
  sendLiveCounts(liveCounts.tell());
}

function sendLiveCounts(counts: LiveCountsMessage | null): void {
  if (counts) send(counts);
}

/** Takes the next message early: other workers may wait for the lines of its block. */
function lookAhead(): void {
  if (!parentPort || next) return;
  const received = receiveMessageOnPort(parentPort) as
    { message: BlockMessage | QuestionMessage } | undefined;
  next = received?.message ?? null;
  if (next?.do === 'block') input.layNext(next);
}

function counters(): { blank: number; deleted: number; actionLines: number; skipped: number } {
  return {
    blank: Number(pass.blankLineCount()),
    deleted: Number(pass.deletedLineCount()),
    actionLines: Number(pass.actionLineCount()),
    skipped: Number(pass.skippedLineCount()),
  };
}

function parseRecords(
  places: Uint32Array,
  count: number,
  { bytes, wrapping }: { bytes: Uint8Array; wrapping: Wrapping },
): number {
  const to = pass.reserveRecords(count) >>> 0;
  new Uint32Array(pass.memory.buffer, to, places.length).set(places);
  return wrapping === 'actions'
    ? pass.parsePairs(count, bytes.length, isUtf8(bytes))
    : pass.parseRecords(count, bytes.length, isUtf8(bytes), wrapping === 'hits');
}

function noteRejects(
  message: BlockMessage,
  firstLine: number,
): Pick<BlockDoneMessage, 'errors' | 'refusedTo'> {
  const count = pass.rejectRecordCount();
  const records = new Uint32Array(pass.memory.buffer, pass.rejectRecords() >>> 0, count * Reject.FIELDS);
  const errors: Record<number, number> = {};
  let refusedTo: BlockDoneMessage['refusedTo'] = null;
  for (let i = 0; i < count; i++) {
    const field = (name: Reject): number => records[i * Reject.FIELDS + name] ?? 0;
    const error = field(Reject.error);
    errors[error] = (errors[error] ?? 0) + 1;
    const byte = field(Reject.byte);
    refused.note(message, { byte, length: field(Reject.length), error });
    refusedTo = { byte: message.byte + byte + field(Reject.length), error };
    if (rejects.length >= setup.maxRejects) continue;
    const line = firstLine + field(Reject.line);
    rejects.push([message.part, line, message.byte + byte, field(Reject.length), error]);
  }
  return { errors, refusedTo };
}

function answer(message: Exclude<QuestionMessage, { do: 'give' }>): unknown {
  switch (message.do) {
    case 'report':
      pass.flushAll();
      files.save();
      sendLiveCounts(liveCounts.tellNow());
      return {
        ...reportPass(pass, files),
        sets: keySets.report(),
        named: keySets.named(),
        spilled: spilled.nodes,
        rejects,
        refused: refused.look.report,
      };
    case 'count':
      return shared.count(message.parcels);
    case 'spill':
      return message.nodes.map((node) => spilled.spill(node));
    case 'countSpilled':
      return spilled.count(message.files);
  }
}

function handle(message: BlockMessage | QuestionMessage): void {
  if (message.do === 'block') return readBlock(message);
  const { question } = message;
  if (message.do !== 'give') return send({ type: 'answer', question, answer: answer(message) });
  const parcels = shared.give(message.paths);
  const moved = parcels.flatMap(({ counts, hashes: bytes }) => [counts.buffer, bytes]);
  send({ type: 'answer', question, answer: parcels }, moved);
}

parentPort?.on('message', (message: BlockMessage | QuestionMessage) => {
  handle(message);
  for (let early = next; early; early = next) {
    next = null;
    handle(early);
  }
});
