/** Set by `npm run test:long`. */
const IS_LONG = process.env.TEST_LONG !== undefined;

/** How much a property, fuzz, model or chaos test does: `short` in CI, `long` with `npm run test:long`. */
export function sized<Size>(short: Size, long: Size): Size {
  return IS_LONG ? long : short;
}
