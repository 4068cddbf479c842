import assert from 'node:assert/strict';
import { AnalysisError, type ErrorCode } from '../contract/errors';

/**
 * What is called is refused with this code and a message that says this; anything else that is thrown, and nothing thrown
 * at all, fails the test.
 *
 * @param call what must not succeed
 * @param code code of the error
 * @param message pattern that its sentence has to match
 * @returns the error, for what else it must or must not hold
 */
export function refuses(call: () => unknown, code: ErrorCode, message: RegExp): AnalysisError {
  try {
    call();
  } catch (fault) {
    return checked(fault, code, message);
  }
  return missed(code);
}

/** The same of what fails later; to be awaited. */
export async function refusesLater(
  work: Promise<unknown>,
  code: ErrorCode,
  message: RegExp,
): Promise<AnalysisError> {
  return work.then(
    () => missed(code),
    (fault: unknown) => checked(fault, code, message),
  );
}

function checked(fault: unknown, code: ErrorCode, message: RegExp): AnalysisError {
  assert.ok(fault instanceof AnalysisError, `${code} expected, but it failed with ${String(fault)}`);
  assert.equal(fault.code, code, fault.message);
  assert.match(fault.message, message);
  return fault;
}

function missed(code: ErrorCode): never {
  assert.fail(`${code} expected, but nothing was refused`);
}
