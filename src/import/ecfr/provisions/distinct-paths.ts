/** A path that no other provision of its section has. */
export interface DistinctPath {
  path: string[];
  /** The path as the text has it, when another provision has that path already. */
  repeats?: string[];
}

/**
 * Gives each provision of a section a path of its own. A text that has "(b)" twice by mistake, or defines one name twice,
 * gives the second the path "b 2". The provisions inside the second "(b)" stay inside it.
 *
 * @param paths the paths as the text has them, in the order of the text
 */
export function distinctPaths(paths: readonly (readonly string[])[]): DistinctPath[] {
  const taken = new Map<string, number>();
  /** For each path as the text has it, the last step of the provision that has it now. */
  const stepNow = new Map<string, string>();
  return paths.map((written) => {
    const above = written.slice(0, -1).map((step, i) => stepNow.get(keyOf(written.slice(0, i + 1))) ?? step);
    const step = written.at(-1) ?? '';
    const key = keyOf([...above, step]);
    const times = (taken.get(key) ?? 0) + 1;
    taken.set(key, times);
    const own = times === 1 ? step : `${step} ${times}`;
    stepNow.set(keyOf(written), own);
    return { path: [...above, own], ...(times > 1 && { repeats: [...above, step] }) };
  });
}

const keyOf = (path: readonly string[]) => path.join('/');
