/**
 * The headers that every answer carries, made once. A general plugin that sets them one
 * by one costs a cached read more than half of its speed (docs/decisions/0006).
 */
export interface HeaderSettings {
  publicUrl: string;
}

/** What scripts of other origins may read beside what Fetch lets them (its §2.2.2). */
const EXPOSED_BY_ALL = 'Allow, ETag, RateLimit, RateLimit-Policy, Retry-After';
const EXPOSED_BY_WIRE = `${EXPOSED_BY_ALL}, Content-Disposition, Link`;
export const EXPOSED_BY_DESK = `${EXPOSED_BY_ALL}, Accept, Accept-Encoding, Location, WWW-Authenticate`;

const COMMON = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/**
 * Public answers: any site may read them.
 *
 * @param framed whether other sites may show them in a frame, as their own policy allows
 */
export function wireHeaders(settings: HeaderSettings, framed = false): Record<string, string> {
  const { 'x-frame-options': frames, ...others } = COMMON;
  return {
    ...others,
    ...(framed ? {} : { 'x-frame-options': frames }),
    ...transportSecurity(settings),
    'access-control-allow-origin': '*',
    'access-control-expose-headers': EXPOSED_BY_WIRE,
    'cross-origin-resource-policy': 'cross-origin',
  };
}

/** Answers for editors: nobody keeps them. */
export function deskHeaders(settings: HeaderSettings): Record<string, string> {
  return {
    ...COMMON,
    ...transportSecurity(settings),
    'cache-control': 'private, no-store',
    'cross-origin-resource-policy': 'same-origin',
  };
}

function transportSecurity({ publicUrl }: HeaderSettings): Record<string, string> {
  return publicUrl.startsWith('https:')
    ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
    : {};
}
