// A block of rows of SQL tables, of one part, onto the tape; refused ones by their place. The feeder has read them (sql-text.ts).
import { begin, docs, input, noteRow, refuseAt } from '../tape/block';
import { openCell } from '../json/grammar';
import { rootOfTable } from '../json/key-sets';
import { ERROR_PATHS, ERROR_UTF8 } from '../codes/line-errors';
import { Node, exists, plainMember } from '../tape/node';
import { mark, newRow, put, undo } from '../tape/tape';
import { isUtf8 } from '../text/utf8';
import { OBJECT, STRING } from '../codes/value-types';

/** One list of columns of a table. */
@unmanaged
class Shape {
  root: Node;
  columns: usize;
  complete: bool;
}

const ROW: u32 = 24;
let shapes: usize = 0,
  shapeCount: u32 = 0,
  shapeCapacity: u32 = 0,
  list: usize = 0,
  listCapacity: u32 = 0;

@inline function shapeAt(id: u32): Shape {
  return changetype<Shape>(load<u32>(shapes + id * 4));
}

/** Begins a list of columns of the kind; returns its number. */
export function beginShape(kind: u32, columns: u32): u32 {
  if (shapeCount == shapeCapacity) {
    shapeCapacity = shapeCapacity ? shapeCapacity * 2 : 64;
    shapes = shapes ? heap.realloc(shapes, shapeCapacity * 4) : heap.alloc(shapeCapacity * 4);
  }
  const shape = changetype<Shape>(heap.alloc(offsetof<Shape>()));
  shape.root = rootOfTable(kind);
  shape.columns = heap.alloc(<usize>columns * 4 + 16);
  shape.complete = true;
  store<u32>(shapes + shapeCount * 4, changetype<usize>(shape));
  return shapeCount++;
}

/** Names column `i` of the list. */
export function nameShapeColumn(id: u32, i: u32, p: usize, length: u32): void {
  const shape = shapeAt(id),
    node = plainMember(shape.root, p, length, true);
  store<u32>(shape.columns + i * 4, changetype<usize>(node));
  if (!exists(node)) shape.complete = false;
}

/** Makes room for `count` numbers that say what the block's rows are; returns where they go. */
export function reserveRows(count: u32): usize {
  if (count > listCapacity) {
    if (list) heap.free(list);
    listCapacity = count * 2;
    list = heap.alloc(listCapacity * 4);
  }
  return list;
}

/** Reads `count` rows, whose texts lie in the block. Returns how many were accepted. */
export function parseRows(count: u32, allUtf8: bool): u32 {
  begin();
  let at = list,
    p = input;
  for (let i: u32 = 0; i < count; i++) {
    const line = load<u32>(at),
      byte = load<u32>(at, 4),
      length = load<u32>(at, 8),
      id = load<u32>(at, 12),
      cells = load<u32>(at, 20);
    let error = <i32>load<u32>(at, 16);
    at += ROW;
    if (!error) {
      mark();
      const shape = shapeAt(id),
        from = p,
        row = newRow(shape.root.table, docs);
      put(shape.root, row, p, cells ? 0 : 1, OBJECT);
      for (let cell: u32 = 0; cell < cells; cell++, at += 4) {
        const lengthAndType = load<u32>(at),
          bytes = lengthAndType & 0xfffffff,
          type = lengthAndType >> 28;
        if (shape.complete) {
          const node = changetype<Node>(load<u32>(shape.columns + cell * 4));
          put(node, row, p, bytes, type);
          if (type == STRING && bytes > 1 && (allUtf8 || isUtf8(p, p + bytes)))
            openCell(p, bytes, docs, node, row);
        }
        p += bytes + 1;
      }
      if (!shape.complete) error = ERROR_PATHS;
      else if (!allUtf8 && !isUtf8(from, p)) error = ERROR_UTF8;
      if (!error) {
        noteRow(i, line, byte);
        continue;
      }
      undo();
    }
    refuseAt(line, byte, length, error);
  }
  return docs;
}
