/** Asks for the next piece while the last is being worked on. */
export async function* readAhead(
  pieces: AsyncGenerator<Uint8Array, void, void>,
): AsyncGenerator<Uint8Array, void, void> {
  const ask = () => {
    const next = pieces.next();
    next.catch(() => undefined);
    return next;
  };
  let next = ask();
  try {
    for (;;) {
      const piece = await next;
      if (piece.done) return;
      next = ask();
      yield piece.value;
    }
  } finally {
    await next.catch(() => undefined);
    await pieces.return();
  }
}
