import type { RequestListener } from 'node:http';
import type { Config } from '../config.ts';
import { hostCheck, isLoopback } from '../http/hosts.ts';
import { pathOf, type Route } from '../http/route.ts';
import type { Metrics } from '../telemetry/metrics.ts';

const PATH = '/metrics';

/** Where a server offers its metrics: nowhere, at /metrics beside its pages, or on a separate port. */
export type MetricsPlace = 'nowhere' | 'beside' | number;

/** Where the settings place the metrics. By default, only programs on this machine can read them. */
export function metricsPlace({ METRICS, HOST }: Pick<Config, 'METRICS' | 'HOST'>): MetricsPlace {
  if (typeof METRICS === 'number') return METRICS;
  return (METRICS ?? (isLoopback(HOST) ? 'on' : 'off')) === 'on' ? 'beside' : 'nowhere';
}

/** The route `GET /metrics`, in the text format of Prometheus. */
export const metricsRoute = (metrics: Metrics): Route => ({
  kind: 'metrics',
  matches: (path) => path === PATH,
  async answer(request, response) {
    const body = await metrics.text();
    response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' });
    response.end(request.method === 'HEAD' ? undefined : body);
  },
});

/** An app that offers only the metrics, for a separate port. It checks the Host header as the server does. */
export function metricsApp(metrics: Metrics, config: Config): RequestListener {
  const isKnownHost = hostCheck(config);
  return (request, response) => {
    const refuse = (status: number, message: string) =>
      void response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(message);
    if (!isKnownHost(request.headers.host)) {
      return refuse(421, 'host: must be an address of this server or a name in ALLOWED_HOSTS\n');
    }
    if (pathOf(request) !== PATH) return refuse(404, 'Nothing was found at this path. The metrics are at /metrics.\n');
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'method: must be GET or HEAD\n');
    metrics.text().then(
      (text) => void response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => refuse(500, 'The metrics could not be read.\n'),
    );
  };
}
