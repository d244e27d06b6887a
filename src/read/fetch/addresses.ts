import { BlockList, isIP, isIPv6 } from 'node:net';
import { once } from '../phrases.ts';

/** Blocks that are not the public internet. Source: IANA special-purpose address registries, RFC 6890. */
const IPV4_BLOCKS: readonly (readonly [string, number])[] = [
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
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** In IPv6 only 2000::/3 is public, and of it not these. */
const IPV6_BLOCKS: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const NOT_PUBLIC = once(() => {
  const list = new BlockList();
  for (const [network, prefix] of IPV4_BLOCKS) list.addSubnet(network, prefix, 'ipv4');
  for (const [network, prefix] of IPV6_BLOCKS) list.addSubnet(network, prefix, 'ipv6');
  return list;
});
const PUBLIC_IPV6 = once(() => {
  const list = new BlockList();
  list.addSubnet('2000::', 3, 'ipv6');
  return list;
});

/** Which IP addresses may be connected to. */
export type AddressRule = (address: string) => boolean;

/** Whether an IP address is one of the public internet: not this machine, not a local network, not a block for documentation or tunnels. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped) return isPublicAddress(mapped);
  if (isIP(bare) === 0) return false;
  if (isIPv6(bare)) return PUBLIC_IPV6().check(bare, 'ipv6') && !NOT_PUBLIC().check(bare, 'ipv6');
  return !NOT_PUBLIC().check(bare, 'ipv4');
}
