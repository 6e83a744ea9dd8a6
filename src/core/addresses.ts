/** Which addresses are public unicast: the only ones that this server calls. */
import { BlockList, isIP, isIPv4 } from 'node:net';

/**
 * IPv4 blocks that are not public (IANA IPv4 Special-Purpose Address Registry, RFC 6890,
 * and multicast), and the one public address at which a large cloud serves metadata.
 */
const REFUSED_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/** All of IPv6 that is handed out as global unicast (RFC 4291 §2.4); the rest is refused. */
const GLOBAL_IPV6 = '2000::/3';

/**
 * Blocks of it that are not public hosts: protocol assignments with Teredo and ORCHID,
 * documentation, 6to4, which wraps any IPv4 address, AS112 and segment routing.
 */
const REFUSED_IPV6 = [
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '2620:4f:8000::/48',
  '3ffe::/16',
  '3fff::/20',
];

const refusedIpv4 = blocks(REFUSED_IPV4, 'ipv4');
const globalIpv6 = blocks([GLOBAL_IPV6], 'ipv6');
const refusedIpv6 = blocks(REFUSED_IPV6, 'ipv6');

function blocks(networks: string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix = ''] = network.split('/');
    list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/** True for a public unicast address in its canonical spelling, as a resolver answers it. */
export function isPublicAddress(address: string): boolean {
  // A zone, as in fe80::1%eth0, only means something on one network.
  if (isIP(address) === 0 || address.includes('%')) return false;
  if (isIPv4(address)) return !refusedIpv4.check(address, 'ipv4');
  return globalIpv6.check(address, 'ipv6') && !refusedIpv6.check(address, 'ipv6');
}

/** Endings of names that never lead outside (RFC 6761, RFC 6762, RFC 8375, RFC 9476, ICANN). */
const PRIVATE_ENDINGS = [
  'localhost',
  'localdomain',
  'local',
  'internal',
  'intranet',
  'lan',
  'home',
  'corp',
  'private',
  'home.arpa',
  'in-addr.arpa',
  'ip6.arpa',
  'onion',
  'alt',
];

/** True for a host name that only means something inside of a network. */
export function isPrivateName(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.+$/, '');
  if (!name.includes('.')) return true;
  return PRIVATE_ENDINGS.some((ending) => name === ending || name.endsWith(`.${ending}`));
}
