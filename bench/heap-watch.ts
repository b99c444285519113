/** Loaded before a program (`node --import`): tells its parent, over IPC, the least and the most heap in use in each second. */
const SECOND = 1_000;
const SAMPLES = 10;

/** Bytes. What lives is nearer to the least; the most also has what waits to be collected. */
export interface HeapInUse {
  least: number;
  most: number;
}

const nothing = (): HeapInUse => ({ least: Number.POSITIVE_INFINITY, most: 0 });
let inUse = nothing();
const sample = setInterval(() => {
  const { heapUsed } = process.memoryUsage();
  inUse = { least: Math.min(inUse.least, heapUsed), most: Math.max(inUse.most, heapUsed) };
}, SECOND / SAMPLES);
const tell = setInterval(() => {
  if (inUse.most > 0) process.send?.(inUse);
  inUse = nothing();
}, SECOND);
sample.unref();
tell.unref();
process.channel?.unref();
