import { readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * Arguments with which `node` runs a script of ours without ts-node, for processes that are measured or many: starting costs
 * them what it costs any other. To be run in the script's folder, which its imports are relative to.
 *
 * @param file path of a TypeScript script that imports packages and compiled files only
 */
export function plainNode(file: string): string[] {
  const compilerOptions = {
    module: ts.ModuleKind.CommonJS,
    target: ts.ScriptTarget.ES2022,
    esModuleInterop: true,
  };
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions });
  return ['-e', outputText, file];
}
