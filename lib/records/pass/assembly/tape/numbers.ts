// Lists in raw memory, read and written by place.

/** Numbers of 32 bits, one behind the other: `numbers[i]`. */
@unmanaged
export class Numbers {
  @inline
  @operator('[]')
  get(i: u32): u32 {
    return load<u32>(changetype<usize>(this) + ((<usize>i) << 2));
  }
  @inline
  @operator('[]=')
  set(i: u32, value: u32): void {
    store<u32>(changetype<usize>(this) + ((<usize>i) << 2), value);
  }
  /** What lies `count` numbers further. */
  @inline behind(count: u32): Numbers {
    return changetype<Numbers>(changetype<usize>(this) + ((<usize>count) << 2));
  }
  /** The record `i` of a list of records that have `fields` numbers each. */
  @inline record(i: u32, fields: u32): Numbers {
    return changetype<Numbers>(changetype<usize>(this) + ((<usize>(i * fields)) << 2));
  }
}

@inline export function noNumbers(): Numbers {
  return changetype<Numbers>(0);
}
@inline export function newNumbers(count: u32): Numbers {
  return changetype<Numbers>(heap.alloc((<usize>count) << 2));
}
/** The same list with room for `count` numbers; a new one where there was none. */
@inline export function grownNumbers(numbers: Numbers, count: u32): Numbers {
  const bytes = (<usize>count) << 2;
  return changetype<Numbers>(
    changetype<usize>(numbers) ? heap.realloc(changetype<usize>(numbers), bytes) : heap.alloc(bytes),
  );
}
