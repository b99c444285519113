/** A path that is unique in its section. */
export interface DistinctPath {
  path: string[];
  /** The path as written in the text, if another provision already has that path. */
  repeats?: string[];
}

/**
 * Gives each provision of a section a unique path. If a text contains "(b)" twice by mistake, or defines a name twice,
 * the second provision gets the path "b 2". The provisions inside the second "(b)" stay inside it.
 *
 * @param paths the paths as written in the text, in text order
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
