import type { PageFiles } from './bundle.ts';

/**
 * The content of a page's head, apart from its files. All of it is Glossograph's own HTML, never text from a request.
 */
export interface PageHead {
  title: string;
  description: string;
  /** The address of the icon. */
  icon: string;
  /** The path of the page's files. It ends with a slash. */
  prefix: string;
  /** Additional elements, such as a hint to the browser. */
  more?: string;
}

/**
 * The markup of a page whose content a script adds. It consists of a head with the bundled files and the given body.
 */
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
