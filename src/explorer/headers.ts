import { pageHeaders } from '../assets/page.ts';

/** The headers of the explorer's page: it may load only from this server, and no text becomes markup, script or style. */
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
