import { isIP } from 'node:net';
import type { Config } from '../config.ts';

type HostConfig = Pick<Config, 'HOST' | 'PUBLIC_URL' | 'ALLOWED_HOSTS'>;
type ExposureConfig = HostConfig & Pick<Config, 'API_KEYS'>;

/** A Host header: a name or an address, and a port. IPv6 addresses have brackets. */
const HOST_HEADER = /^(?:\[([\da-f:.]+)\]|([\w.-]+))(?::\d+)?$/i;

/** Whether only programs on this machine can reach a server that listens on this address. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\./.test(host);

/** The names that the settings give this server. */
const namesOf = ({ PUBLIC_URL, ALLOWED_HOSTS }: Omit<HostConfig, 'HOST'>): string[] => [
  ...(PUBLIC_URL === undefined ? [] : [new URL(PUBLIC_URL).hostname]),
  ...ALLOWED_HOSTS,
];

/**
 * Creates the check of Host headers. Another site can point its own name at this server (DNS rebinding) and then read
 * responses as if they were its own, but the header still contains that name. IP addresses are always accepted because
 * another site cannot have chosen them as its name.
 *
 * On loopback, every host is accepted unless ALLOWED_HOSTS is set.
 */
export function hostCheck({ HOST, PUBLIC_URL, ALLOWED_HOSTS }: HostConfig): (header: string | undefined) => boolean {
  if (ALLOWED_HOSTS.includes('*') || (ALLOWED_HOSTS.length === 0 && isLoopback(HOST))) return () => true;
  const names = new Set(
    ['localhost', HOST, ...namesOf({ PUBLIC_URL, ALLOWED_HOSTS })].map((name) => name.toLowerCase()),
  );
  return (header) => {
    if (header === undefined) return true; // HTTP/1.0, which browsers do not send
    const [, address, name = ''] = HOST_HEADER.exec(header) ?? [];
    return (address !== undefined && isIP(address) === 6) || isIP(name) === 4 || names.has(name.toLowerCase());
  };
}

/** A warning about the server's address for the person who starts the server. Undefined on loopback. */
export function exposureWarning({ HOST, PUBLIC_URL, ALLOWED_HOSTS, API_KEYS }: ExposureConfig): string | undefined {
  if (isLoopback(HOST)) return undefined;
  const names = namesOf({ PUBLIC_URL, ALLOWED_HOSTS });
  const accepted = names.includes('*')
    ? 'The server accepts every Host header, because ALLOWED_HOSTS contains *.'
    : `The server accepts requests for IP addresses and for ${['localhost', ...names].join(', ')}. To add host names, set ALLOWED_HOSTS.`;
  const warning =
    API_KEYS === undefined
      ? [
          `WARNING: HOST=${HOST} allows other machines to use this server, which requires no API key.`,
          'Set API_KEYS, put a gateway in front of the server, or set HOST to 127.0.0.1.',
        ]
      : [
          `WARNING: HOST=${HOST} allows other machines to reach this server, which does not encrypt its connections.`,
          'Put a proxy with TLS in front of the server, so that no one can read API keys on the network.',
        ];
  return [warning[0], `${warning[1]} ${accepted}`].join('\n  ');
}
