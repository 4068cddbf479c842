import { assertColumns } from './assert-columns';
import type { Danfo } from './types';

type Method = (this: Frame, ...args: unknown[]) => unknown;

interface Frame {
  columns: string[];
  $data: unknown[][];
  fillNa: Method;
  asType: Method;
}

/**
 * In danfo 1.2.0 `fillNa` of named columns and `asType` write into the frame that they are asked of, though it should stay, and
 * into others that share its rows (`copy`, `tail`); a misspelt column of `fillNa` is passed over. After this, only `inplace`
 * changes a frame, and no other with it, and a misspelt column is refused.
 */
export function repairCopies({ DataFrame }: Danfo): void {
  const frame = Object.getPrototypeOf(DataFrame.prototype) as Frame;
  frame.asType = onOwnRows(frame.asType);
  const fillNa = onOwnRows(frame.fillNa);
  frame.fillNa = function (values, options) {
    const { columns = [] } = (options ?? {}) as { columns?: string[] };
    assertColumns(this, columns);
    return fillNa.call(this, values, options);
  };
}

/** A method that gets rows of its own to write into; they stay only where it gives no new frame. */
function onOwnRows(method: Method): Method {
  return function (...args) {
    let kept = this.$data;
    this.$data = kept.map((row) => [...row]);
    try {
      const result = method.apply(this, args);
      if (result === undefined) kept = this.$data;
      return result;
    } finally {
      this.$data = kept;
    }
  };
}
