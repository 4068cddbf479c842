import ts from 'typescript';

/** Of how many, how many have a doc comment. */
export interface Documented {
  all: number;
  documented: number;
  /** `file:line name` of those without. */
  missing: string[];
}

/** Names that a file declares and exports; overloads and re-exports are not counted. */
export function documentedExports(source: ts.SourceFile): Documented {
  const isExported = (node: ts.Statement) =>
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  return documented(source, source.statements.filter(isExported));
}

/** Fields of the exported types of a file, at any depth. */
export function documentedFields(source: ts.SourceFile): Documented {
  const fields: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node)) fields.push(node);
    node.forEachChild(visit);
  };
  visit(source);
  return documented(source, fields);
}

function documented(source: ts.SourceFile, nodes: readonly ts.Node[]): Documented {
  const hasDoc = (node: ts.Node) => ts.getJSDocCommentsAndTags(node).length > 0;
  const name = (node: ts.Node) =>
    `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
  return {
    all: nodes.length,
    documented: nodes.filter(hasDoc).length,
    missing: nodes.filter((node) => !hasDoc(node)).map(name),
  };
}
