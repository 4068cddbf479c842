// The package's own types lie behind `exports`, which this project's module resolution does not read.
declare module 'zstddec/stream' {
  export interface ZstdExports {
    memory: { buffer: ArrayBuffer };
    malloc(bytes: number): number;
    free(at: number): void;
    ZSTD_createDCtx(): number;
    ZSTD_freeDCtx(context: number): void;
    ZSTD_DStreamInSize(): number;
    ZSTD_DStreamOutSize(): number;
    ZSTD_decompressStream(context: number, output: number, input: number): number;
  }
  export class ZSTDDecoder {
    init(): Promise<void>;
    _init(result: { instance: { exports: ZstdExports } }): void;
  }
}
