// Prettier for AssemblyScript: TypeScript, but for decorators before functions and variables. Those are comments while
// Prettier reads and decorators again when it prints. (The plugin assemblyscript-prettier does the same, but brings a
// compiler of its own, of 90 MB, to find them.)
import estree from 'prettier/plugins/estree';
import typescript from 'prettier/plugins/typescript';

const MARK = '@@decorator ';
/** At the beginning of a line, before a function or variable: `@inline`, `@external("env", "name")`. */
const DECORATOR =
  /^([ \t]*)(@\w+(?:\([^()\n]*\))?)(?=\s+(?:(?:export|declare|async)\s+)*(?:function|const|let)\b)/gm;

const { parsers } = typescript;
const { printers } = estree;

export default {
  parsers: {
    assemblyscript: {
      ...parsers.typescript,
      astFormat: 'assemblyscript',
      preprocess: (text) => text.replace(DECORATOR, `$1/*${MARK}$2*/`),
    },
  },
  printers: {
    assemblyscript: {
      ...printers.estree,
      printComment(path, options) {
        const { value } = path.node;
        return value.startsWith(MARK)
          ? value.slice(MARK.length)
          : printers.estree.printComment(path, options);
      },
    },
  },
};
