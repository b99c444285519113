/**
 * What a CommonJS package exports as its function. Its types speak of a `default`, which Node does not make of
 * `module.exports = function`: without bundlers the import is the function itself.
 */
export const callable = <Exported>(module: { default: Exported }): Exported => module as unknown as Exported;
