/** Loaded before a program (`node --import`): tells its parent, over IPC, the most heap that was in use in each second. */
const SECOND = 1_000;
const SAMPLES = 10;

let most = 0;
const sample = setInterval(() => {
  most = Math.max(most, process.memoryUsage().heapUsed);
}, SECOND / SAMPLES);
const tell = setInterval(() => {
  process.send?.(most);
  most = 0;
}, SECOND);
sample.unref();
tell.unref();
process.channel?.unref();
