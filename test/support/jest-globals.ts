/** What `@jest/globals` is for modules that several test files share: always the `jest` of the file that runs. */
export const jest = new Proxy({}, { get: (_, name): unknown => Reflect.get(Reflect.get(globalThis, 'jest'), name) });
