import ts from 'typescript';
import type { SourceFile } from './source-files';

/** Exported functions, and methods of exported classes, that throw an error of the registry and do not say so by `@throws`. */
export function unsaidThrows({ path, text, use }: SourceFile): string[] {
  if (use !== 'product' || !text.includes('throw new AnalysisError(')) return [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  return source.statements.filter(isExported).flatMap((statement) =>
    functionsOf(statement).flatMap((node) => {
      const said = ts.getJSDocTags(node).filter(({ tagName }) => tagName.text === 'throws');
      const unsaid = [...codesThrown(node)].filter(
        (code) => !said.some((tag) => tag.getText().includes(code)),
      );
      return unsaid.map(
        (code) => `${path}: ${node.name?.getText() ?? 'constructor'} throws ${code}, which no @throws says`,
      );
    }),
  );
}

const isExported = (node: ts.Statement): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function functionsOf(statement: ts.Statement): ts.FunctionLikeDeclaration[] {
  if (ts.isFunctionDeclaration(statement)) return [statement];
  if (!ts.isClassDeclaration(statement)) return [];
  return statement.members.filter(
    (member): member is ts.MethodDeclaration | ts.ConstructorDeclaration =>
      (ts.isMethodDeclaration(member) && !ts.isPrivateIdentifier(member.name)) ||
      ts.isConstructorDeclaration(member),
  );
}

/** Codes of the errors that a function throws itself, written out; functions within it throw when they are called. */
function codesThrown(node: ts.Node): Set<string> {
  const codes = new Set<string>();
  const visit = (inner: ts.Node): void => {
    const thrown = ts.isThrowStatement(inner) ? inner.expression : undefined;
    if (thrown && ts.isNewExpression(thrown) && thrown.expression.getText() === 'AnalysisError')
      for (const code of thrown.arguments?.[0]?.getText().match(/(?<=')[A-Z_0-9]+(?=')/g) ?? [])
        codes.add(code);
    if (!ts.isFunctionLike(inner)) inner.forEachChild(visit);
  };
  node.forEachChild(visit);
  return codes;
}
