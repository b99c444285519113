/** The address of a client, which may be behind proxies. */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** The trusted proxies: how many there are in front of the server, or their addresses and subnets. */
export type ProxyTrust = number | readonly string[];

/** An IP address, also one that is written with a port, in brackets, with a zone, or as IPv4 inside IPv6. */
function addressIn(written: string): string | undefined {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(written)?.[1] ?? /^([\d.]+):\d+$/.exec(written)?.[1] ?? written;
  const address = bare.replace(/%.*$/s, '').replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(address) === 0 ? undefined : address;
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

function listOf(trusted: readonly string[]): BlockList {
  const list = new BlockList();
  for (const one of trusted) {
    const [address = '', bits] = one.split('/');
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  }
  return list;
}

/**
 * Creates the function that finds a client's address. Each proxy appends the address of its own client to
 * X-Forwarded-For, so only the entries that trusted proxies appended count. Everything to their left is what the client
 * claims. Without trusted proxies, the function ignores the header.
 *
 * @returns the address, or an empty string if the connection has none
 */
export function clientAddressBy(trusted: ProxyTrust): (request: IncomingMessage) => string {
  const list = typeof trusted === 'number' ? undefined : listOf(trusted);
  return ({ socket, headers }) => {
    const own = addressIn(socket.remoteAddress ?? '') ?? '';
    const forwarded = String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '');
    let client = own;
    for (let hop = 0; ; hop += 1) {
      const isTrusted =
        typeof trusted === 'number' ? hop < trusted : client !== '' && list?.check(client, familyOf(client)) === true;
      const next = isTrusted ? addressIn(forwarded[forwarded.length - 1 - hop] ?? '') : undefined;
      if (next === undefined) return client;
      client = next;
    }
  };
}

/**
 * The network that shares one budget of requests: an IPv4 address, or the first 64 bits of an IPv6 address, because a
 * provider usually assigns at least this many addresses to one customer (RFC 6177 § 2).
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const groups = (text: string) => text.split(':').filter((group) => group !== '');
  const [before, after] = [groups(head), groups(tail ?? '')];
  const all = tail === undefined ? before : [...before, ...Array(8 - before.length - after.length).fill('0'), ...after];
  return `${all.slice(0, 4).join(':')}::/64`;
}
