import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PassExports } from './pass-exports';

/** A compiled module; threads share it. */
export type PassModule = object;

/** The part of the WebAssembly interface in use; Node's types leave it to the DOM's. */
interface WebAssemblyApi {
  Module: new (bytes: Uint8Array) => PassModule;
  Instance: new (module: PassModule, imports: object) => { exports: unknown };
}

const { Module, Instance } = (globalThis as unknown as { WebAssembly: WebAssemblyApi }).WebAssembly;

/** What the module asks of its host while it reads, or tells it. */
export interface PassHost {
  /** A response of Elasticsearch, its hits replaced by their number; `cut`: 1 too long to keep, 2 without its end. */
  responseEnd(at: number, length: number, byte: number, line: number, cut: number): void;
  /** The cluster of a key set that is new here; 0xffffffff when there are too many sets. */
  chooseCluster(hash: bigint): number;
  /** The kind of an index and type that are new here; 0xffffffff when there are too many kinds. */
  chooseKind(): number;
  /** The set that was asked about last has an accepted document. */
  keepKeySet(): void;
}

/** Compiles the byte pass that lies beside this file. */
export function loadPass(): PassModule {
  return new Module(readFileSync(join(__dirname, 'pass.wasm')));
}

/** One instance, with its own memory. */
export function startPass(module: PassModule, host: Partial<PassHost> = {}): PassExports {
  const nothing = (): undefined => undefined;
  const env = {
    chooseCluster: () => 0,
    chooseKind: () => 0,
    keepKeySet: nothing,
    responseEnd: nothing,
    ...host,
  };
  const exports = new Instance(module, { env }).exports as PassExports;
  exports.start();
  return exports;
}
