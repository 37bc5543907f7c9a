import { jest } from '@jest/globals';

type Method = (...values: never[]) => Promise<unknown>;

/**
 * Forces an order of two requests: `act` runs to its end just before the next call of a method, which then goes on
 * unchanged. Calls after it are not touched.
 */
export function beforeNext<K extends string>(
  target: Record<K, Method>,
  method: K,
  act: () => PromiseLike<unknown>,
): void {
  const original: Method = target[method].bind(target);
  const spy = jest.spyOn(target as Record<string, Method>, method);
  spy.mockImplementationOnce(async (...values) => {
    spy.mockRestore();
    await act();
    return original(...values);
  });
}

/** Forces an order of two requests: the next call of the method runs, but returns only after `act`. */
export function afterNext<K extends string>(
  target: Record<K, Method>,
  method: K,
  act: () => PromiseLike<unknown>,
): void {
  const original: Method = target[method].bind(target);
  const spy = jest.spyOn(target as Record<string, Method>, method);
  spy.mockImplementationOnce(async (...values) => {
    spy.mockRestore();
    const result = await original(...values);
    await act();
    return result;
  });
}
