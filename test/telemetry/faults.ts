/** For each alert, the values of the metrics during the fault that it is about. promtool runs the rules on them. */

/** The values of one series over time, in the notation of promtool: `0+60x30` starts at 0 and rises by 60 in each of 30 minutes. */
type Series = Readonly<Record<string, string>>;

const LABELS = 'job="glossograph", instance="a"';
const named = (metric: string, labels = '') => `${metric}{${LABELS}${labels && `, ${labels}`}}`;
const always = (value: number) => `${value}x150`;
const rising = (perMinute: number) => `0+${perMinute}x150`;

/** 100 requests a minute, of which 99.9% take less than half a second. */
const latency = (fastPerMinute: number, allPerMinute: number): Series => ({
  [named('glossograph_http_request_duration_seconds_bucket', 'route="page", le="0.5"')]: rising(fastPerMinute),
  [named('glossograph_http_request_duration_seconds_bucket', 'route="page", le="2.5"')]: rising(fastPerMinute),
  [named('glossograph_http_request_duration_seconds_bucket', 'route="page", le="5"')]: rising(allPerMinute),
  [named('glossograph_http_request_duration_seconds_bucket', 'route="page", le="+Inf"')]: rising(allPerMinute),
});

/** A server that works. */
const WORKS: Series = {
  [named('up')]: always(1),
  [named('glossograph_database_up')]: always(1),
  [named('glossograph_http_requests_total', 'route="page", status="200"')]: rising(100),
  [named('glossograph_errors_total', 'route="graphql", code="TIMEOUT"')]: rising(1),
  [named('glossograph_errors_total', 'route="graphql", code="BAD_USER_INPUT"')]: rising(50),
  ...latency(100, 100),
  [named('glossograph_load_shed_requests_total', 'queue="queries"')]: always(5),
  [named('glossograph_neo4j_sessions')]: always(4),
  [named('glossograph_neo4j_connections_max')]: always(64),
  [named('nodejs_eventloop_lag_p99_seconds')]: always(0.02),
  [named('nodejs_heap_size_used_bytes')]: always(1e9),
  [named('glossograph_heap_limit_bytes')]: always(2e9),
  [named('glossograph_data_changed_timestamp_seconds')]: always(0),
  [named('glossograph_plans_warm')]: always(1),
  [named('glossograph_neo4j_reads_total', 'statement="known"')]: rising(100),
  [named('glossograph_neo4j_reads_total', 'statement="new"')]: rising(1),
};

/** What is different during a fault. */
export const FAULTS: Readonly<Record<string, Series>> = {
  GlossographDown: { [named('up')]: always(0) },
  GlossographDatabaseDown: { [named('glossograph_database_up')]: always(0) },
  GlossographErrors: { [named('glossograph_errors_total', 'route="graphql", code="TIMEOUT"')]: rising(10) },
  GlossographSlow: latency(95, 100),
  GlossographShedsRequests: { [named('glossograph_load_shed_requests_total', 'queue="queries"')]: rising(60) },
  GlossographConnectionsExhausted: { [named('glossograph_neo4j_sessions')]: always(64) },
  GlossographEventLoopBlocked: { [named('nodejs_eventloop_lag_p99_seconds')]: always(0.6) },
  GlossographMemoryLow: { [named('nodejs_heap_size_used_bytes')]: always(1.9e9) },
  // promtool begins at the second 0.
  GlossographDataOld: { [named('glossograph_data_changed_timestamp_seconds')]: always(-40 * 86_400) },
  GlossographPlansCold: { [named('glossograph_plans_warm')]: always(0) },
  GlossographStatementsNew: { [named('glossograph_neo4j_reads_total', 'statement="new"')]: rising(500) },
};

/** A file for `promtool test rules`: a server that works fires no alert, and each fault fires its own alert and no other. */
export function testOfRules(rules: string): string {
  const alerts = Object.keys(FAULTS);
  const cases = [['', {}] as const, ...Object.entries(FAULTS)];
  const tests = cases.map(([fault, different]) => ({
    interval: '1m',
    input_series: Object.entries({ ...WORKS, ...different }).map(([series, values]) => ({ series, values })),
    promql_expr_test: alerts.map((alert) => ({
      expr: `count(ALERTS{alertname="${alert}", alertstate="firing"}) or vector(0)`,
      eval_time: '140m',
      exp_samples: [{ labels: '{}', value: alert === fault ? 1 : 0 }],
    })),
  }));
  return JSON.stringify({ rule_files: [rules], evaluation_interval: '1m', tests });
}
