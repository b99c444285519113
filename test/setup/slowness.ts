import { availableParallelism, loadavg } from 'node:os';

/**
 * How many tasks wanted each core during the last minute; 1 at least. A bound in milliseconds is meant for an idle machine,
 * and is multiplied by this: other tests run beside the one that measures.
 */
export const slowness = (): number => Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());
