/**
 * Returns the function that a CommonJS package exports. The types of these packages declare a `default` beside it, which
 * Node does not make of `module.exports = function`.
 */
export function callable<Exported extends (...args: never[]) => unknown>(
  module: { default: Exported } | Exported,
): Exported {
  return typeof module === 'function' ? module : module.default;
}
