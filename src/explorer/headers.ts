import { pageHeaders } from '../assets/page.ts';

/**
 * The headers of the explorer's page. The page may load files only from this server, and no text can become markup, a
 * script, or a style.
 */
export const HEADERS = pageHeaders([
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types glossograph-worker',
]);
