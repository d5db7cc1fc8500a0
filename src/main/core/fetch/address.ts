// Which addresses a download may go to: public ones, checked when the connection is made, so that a name cannot be
// bent after it was looked at (RELIABILITY, SSRF).
import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const PRIVATE = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4');
// 198.18.0.0/15 is left open: proxies that tunnel a whole machine answer every name from there.
for (const [net, bits] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv6');

/** Whether an IP address in its textual form is on the public internet. */
export function isPublic(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const family = isIP(bare);
  // BlockList judges an IPv4 address inside an IPv6 one by the IPv4 rules.
  return family !== 0 && !PRIVATE.check(bare, family === 4 ? 'ipv4' : 'ipv6');
}

/** What a download may reach; tests let loopback in. */
export type Policy = { mayReach(address: string): boolean; mayUse(url: URL): boolean };

/** Only public addresses, by name alone, over https on its own port. */
export const PUBLIC: Policy = {
  mayReach: isPublic,
  mayUse: (url) =>
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    isIP(url.hostname.replace(/^\[|\]$/g, '')) === 0 &&
    url.hostname.includes('.') &&
    !/(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/i.test(url.hostname),
};

/** A name that leads to an address not allowed. */
export class ForbiddenAddress extends Error {}

/** A `lookup` that fails where any address of the name is not allowed. */
export const guardedLookup =
  (policy: Policy): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      const all = found as unknown as { address: string; family: number }[];
      const [first] = all;
      if (!first || !all.every(({ address }) => policy.mayReach(address))) {
        return callback(new ForbiddenAddress(`${hostname} is not on the public internet.`), '', 0);
      }
      if ((options as { all?: boolean }).all) return callback(null, all as never);
      callback(null, first.address, first.family);
    });
  };
