import type { Engine, Parameter } from '../contract/store';

/**
 * The one number that a statement gives, such as a count; 0 where it gives no row, or null.
 *
 * @throws what the engine throws
 */
export async function oneNumber(engine: Engine, sql: string, parameters: Parameter[] = []): Promise<number> {
  const [row] = await engine.numbers(sql, parameters);
  return row?.[0] ?? 0;
}
