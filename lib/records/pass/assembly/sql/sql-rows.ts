// A block of rows of SQL tables, of one part, onto the tape; refused ones by their place. Their texts, which the splitter has
// found, lie in the block one behind the other, and `list` says what they are.
import { LineError } from '../../wasm/shared/line-error';
import { Row } from '../../wasm/shared/records';
import { ValueCode } from '../../wasm/shared/value-code';
import { openCell } from '../json/grammar';
import { rootOfTable } from '../json/roots';
import { begin, docs, input, noteRow, refuseAt } from '../tape/block';
import { plainMember } from '../tape/members';
import { Node, exists } from '../tape/node';
import { Numbers, grownNumbers, newNumbers, noNumbers } from '../tape/numbers';
import { lengthOf, mark, newRow, put, typeOf, undo } from '../tape/tape';
import { isUtf8 } from '../text/utf8';

/** One list of columns of a table. */
@unmanaged
class Shape {
  root: Node;
  /** Nodes. */
  columns: Numbers;
  /** Could every column be given a path? */
  complete: bool;
}

let shapes: Numbers = noNumbers();
let shapeCount: u32 = 0;
let shapeCapacity: u32 = 0;
let list: Numbers = noNumbers();
let listCapacity: u32 = 0;

@inline function shapeAt(id: u32): Shape {
  return changetype<Shape>(shapes[id]);
}

/** Begins a list of columns of the kind; returns its number. */
export function beginShape(kind: u32, columns: u32): u32 {
  if (shapeCount == shapeCapacity) {
    shapeCapacity = shapeCapacity ? shapeCapacity * 2 : 64;
    shapes = grownNumbers(shapes, shapeCapacity);
  }
  const shape = changetype<Shape>(heap.alloc(offsetof<Shape>()));
  shape.root = rootOfTable(kind);
  shape.columns = newNumbers(columns + 4);
  shape.complete = true;
  shapes[shapeCount] = changetype<u32>(shape);
  return shapeCount++;
}

/** Names column `i` of the list. */
export function nameShapeColumn(id: u32, i: u32, p: usize, length: u32): void {
  const shape = shapeAt(id),
    node = plainMember(shape.root, p, length, true);
  shape.columns[i] = changetype<u32>(node);
  if (!exists(node)) shape.complete = false;
}

/** Makes room for `count` numbers that say what the block's rows are; returns where they go. */
export function reserveRows(count: u32): usize {
  if (count > listCapacity) {
    if (listCapacity) heap.free(changetype<usize>(list));
    listCapacity = count * 2;
    list = newNumbers(listCapacity);
  }
  return changetype<usize>(list);
}

/** Reads `count` rows, whose texts lie in the block. Returns how many were accepted. */
export function parseRows(count: u32, allUtf8: bool): u32 {
  begin();
  let given = list;
  let p = input;
  for (let i: u32 = 0; i < count; i++) {
    const facts = given;
    const cellCount = facts[Row.cells];
    const cells = facts.behind(Row.FIELDS);
    given = cells.behind(cellCount);
    let error = <i32>facts[Row.error];
    if (!error) {
      mark();
      const shape = shapeAt(facts[Row.table]);
      const from = p;
      const row = newRow(shape.root.table, docs);
      put(shape.root, row, p, cellCount ? 0 : 1, ValueCode.OBJECT);
      for (let cell: u32 = 0; cell < cellCount; cell++) {
        const bytes = lengthOf(cells[cell]);
        const type = typeOf(cells[cell]);
        if (shape.complete) {
          const node = changetype<Node>(shape.columns[cell]);
          put(node, row, p, bytes, type);
          if (type == ValueCode.STRING && bytes > 1 && (allUtf8 || isUtf8(p, p + bytes)))
            openCell(p, bytes, docs, node, row);
        }
        p += bytes + 1;
      }
      if (!shape.complete) error = LineError.TOO_MANY_PATHS;
      else if (!allUtf8 && !isUtf8(from, p)) error = LineError.NOT_UTF8;
      if (!error) {
        noteRow(i, facts[Row.line], facts[Row.byte]);
        continue;
      }
      undo();
    }
    refuseAt(facts[Row.line], facts[Row.byte], facts[Row.length], error);
  }
  return docs;
}
