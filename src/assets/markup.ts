import type { PageFiles } from './bundle.ts';

/** What the head of a page names besides its files. All of it is HTML of ours, never text from a request. */
export interface PageHead {
  title: string;
  description: string;
  /** The address of the icon. */
  icon: string;
  /** The path of the page's files, with a slash at the end. */
  prefix: string;
  /** Further elements, such as a hint to the browser. */
  more?: string;
}

/** The markup of a page that a script fills: its head with the files that the bundler named, and the given body. */
export const pageMarkup = (
  { title, description, icon, prefix, more = '' }: PageHead,
  { script, style, preload }: PageFiles,
  body: string,
): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${description}">
<title>${title}</title>
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="${prefix}${style}">
${more}${preload.map((name) => `<link rel="modulepreload" href="${prefix}${name}">`).join('\n')}
<script type="module" src="${prefix}${script}"></script>
</head>
<body>
${body}
</body>
</html>
`;
