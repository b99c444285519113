/**
 * Returns the function that a CommonJS package exports. The types of these packages also declare a `default`, which
 * Node does not create for `module.exports = function`.
 */
export function callable<Exported extends (...args: never[]) => unknown>(
  module: { default: Exported } | Exported,
): Exported {
  return typeof module === 'function' ? module : module.default;
}
