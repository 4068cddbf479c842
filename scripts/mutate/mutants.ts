import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** One small way to break a compiled file: what stands between two places, replaced. */
export interface Mutant {
  start: number;
  end: number;
  text: string;
}

const OPERATORS: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '&&': '||',
  '||': '&&',
  '??': '&&',
};
const METHODS: Readonly<Record<string, string>> = {
  min: 'max',
  max: 'min',
  some: 'every',
  every: 'some',
  floor: 'ceil',
  ceil: 'floor',
};
/** Exports and requires, which the compiler adds. */
const ADDED =
  /^(exports\.|Object\.defineProperty\(exports|const \w+_js_\d+ = require)|^const \w+ = require\(/;

/** Every mutant of a compiled file, in the order in which they stand in it, outer ones first. */
export function mutantsOf(path: string): Mutant[] {
  const code = readFileSync(path, 'utf8');
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const found: Mutant[] = [];
  const replace = (node: ts.Node, text: string) =>
    found.push({ start: node.getStart(source), end: node.getEnd(), text });
  const negate = (node: ts.Expression) => replace(node, `!(${node.getText(source)})`);
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node)) {
      const other = OPERATORS[node.operatorToken.getText(source)];
      const joinsText =
        node.operatorToken.kind === ts.SyntaxKind.PlusToken && [node.left, node.right].some(isText);
      if (other !== undefined && !joinsText) replace(node.operatorToken, other);
    }
    if (node.kind === ts.SyntaxKind.TrueKeyword) replace(node, 'false');
    if (node.kind === ts.SyntaxKind.FalseKeyword) replace(node, 'true');
    if (ts.isNumericLiteral(node) && !isCompilersZero(node)) replace(node, String(Number(node.text) + 1));
    if (ts.isIfStatement(node)) negate(node.expression);
    if (ts.isConditionalExpression(node)) negate(node.condition);
    if (ts.isPropertyAccessExpression(node)) {
      const other = METHODS[node.name.text];
      if (other !== undefined) replace(node.name, other);
    }
    node.forEachChild(visit);
  };
  source.statements.filter((statement) => !ADDED.test(statement.getText(source))).forEach(visit);
  return found;
}

const isText = (node: ts.Node): boolean => ts.isStringLiteral(node) || ts.isTemplateExpression(node);

/** `(0, module.name)(…)` */
const isCompilersZero = ({ parent }: ts.Node): boolean =>
  ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.CommaToken;
