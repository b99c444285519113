import type { PageFiles } from '../assets/bundle.ts';

/** The markup of GraphiQL's page, before its script runs. Nothing in it comes from a request. */
export const shell = ({ script, style, preload }: PageFiles): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="Write and run GraphQL queries over health IT terms, regulations, and standards.">
<title>Glossograph GraphiQL</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphiql/${style}">
${preload.map((name) => `<link rel="modulepreload" href="/graphiql/${name}">`).join('\n')}
<script type="module" src="/graphiql/${script}"></script>
</head>
<body>
<div id="graphiql"></div>
<noscript><p>GraphiQL needs JavaScript. The API accepts queries without GraphiQL: send a POST request with JSON to /graphql.
The <a href="/term/emr-vs-ehr">page of a term</a> works without JavaScript.</p></noscript>
</body>
</html>
`;
