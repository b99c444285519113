import { fontsRoute } from '../assets/fonts.ts';
import type { Config } from '../config.ts';
import { explorer } from '../explorer/route.ts';
import { exportRoute } from '../export/route.ts';
import { feedsRoute } from '../feeds/route.ts';
import type { Graph } from '../graph/connect.ts';
import type { ServerLoad } from '../http/load.ts';
import type { Route } from '../http/route.ts';
import { iconsRoute } from '../pages/icons.ts';
import { mastheadOf } from '../pages/layout.tsx';
import { llmsRoute } from '../pages/llms.ts';
import { pagesRoute } from '../pages/route.ts';
import { sitemapRoute } from '../pages/sitemap.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { metricsPlace, metricsRoute } from './metrics-route.ts';

/** The components that the routes need. */
export interface RouteParts {
  graph: Graph;
  config: Config;
  load: ServerLoad;
  metrics?: Metrics | undefined;
}

/** All routes other than the API, in matching order. */
export function routesOf({ graph, config, load, metrics }: RouteParts): readonly Route[] {
  const pages = pagesRoute({ graph, config, load });
  metrics?.cache('page_cache', 'pages', pages.keptPages);
  return [
    explorer(mastheadOf('explore')),
    fontsRoute,
    iconsRoute,
    exportRoute(graph, config, load),
    pages,
    feedsRoute({ graph, config, load }),
    sitemapRoute({ graph, config }),
    llmsRoute(config),
    ...(metrics && metricsPlace(config) === 'beside' ? [metricsRoute(metrics)] : []),
  ];
}
