import { ConfigError } from '../config.ts';
import type { Tracing, TracingLog } from './spans.ts';

/**
 * Starts tracing if the standard environment variables of OpenTelemetry name an exporter. Otherwise, returns undefined
 * without loading OpenTelemetry.
 *
 * @throws ConfigError if the variables require an exporter or a protocol that Glossograph does not have
 */
export async function startTracing(env: NodeJS.ProcessEnv, log: TracingLog): Promise<Tracing | undefined> {
  if (!isTracingOn(env)) return undefined;
  const { openTelemetry } = await import('./open-telemetry.ts');
  return openTelemetry(log);
}

/**
 * Whether the environment variables name an exporter for traces.
 *
 * @throws ConfigError see `startTracing`
 */
export function isTracingOn(env: NodeJS.ProcessEnv): boolean {
  if (env.OTEL_SDK_DISABLED?.toLowerCase() === 'true') return false;
  const asked = env.OTEL_TRACES_EXPORTER || undefined;
  if (asked === 'none') return false;
  if (asked === undefined && !env.OTEL_EXPORTER_OTLP_ENDPOINT && !env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) return false;
  if (asked !== undefined && asked !== 'otlp') throw refused('OTEL_TRACES_EXPORTER', 'otlp or none', asked);
  for (const name of ['OTEL_EXPORTER_OTLP_TRACES_PROTOCOL', 'OTEL_EXPORTER_OTLP_PROTOCOL']) {
    const protocol = env[name] || undefined;
    if (protocol !== undefined && protocol !== 'http/json') throw refused(name, 'http/json', protocol);
    if (protocol !== undefined) break; // the more specific variable has priority
  }
  return true;
}

const refused = (name: string, accepted: string, given: string) =>
  new ConfigError(`Some settings are invalid:\n  ${name}: must be ${accepted}, not "${given}"`);
