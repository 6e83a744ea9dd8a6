import { isIP } from 'node:net';
import * as z from 'zod';
import type { S3Settings } from './core/blobs/s3.ts';
import { StartError } from './core/start-error.ts';

/** Settings that stop the start, with a message that names each bad one. */
export class ConfigError extends StartError {
  override name = 'ConfigError';
}

const list = z.string().transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

const whole = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: `must be a whole number from ${minimum} to ${maximum}` })
    .transform(Number)
    .refine((value) => value >= minimum && value <= maximum, {
      error: `must be a whole number from ${minimum} to ${maximum}`,
    });

/** An IP address, or a network such as 10.0.0.0/8. */
function isAddress(value: string): boolean {
  const [address = '', prefix, ...rest] = value.split('/');
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (bits < 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
}

/** `s3://bucket/prefix?endpoint=https://…&region=…` */
const bucketUrl = z.string().refine(
  (value) => {
    const url = URL.canParse(value) ? new URL(value) : null;
    const endpoint = url?.searchParams.get('endpoint') ?? '';
    return (
      url?.protocol === 's3:' && url.hostname !== '' && /^https?:\/\/[^/?#]+\/?$/.test(endpoint)
    );
  },
  { error: 'must be s3://bucket/prefix?endpoint=https://host&region=name' },
);

const schema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(?:ql)?:\/\/.+)$/, {
      error: 'must be file:path/to.db or postgresql://user:password@host/database',
    })
    .default('file:./data/onrecord.db'),
  DATABASE_REPLICA_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\/.+$/, {
      error: 'must be postgresql://user:password@host/database',
    })
    .optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: whole(0, 65_535).prefault('3000'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
    .transform((value) => value.replace(/\/+$/, ''))
    .optional(),
  PUBLICATION_NAME: z
    .string()
    .max(200)
    .refine((value) => value.trim() !== '', { error: 'must be a name' })
    .optional(),
  ADMIN_TOKEN: z.string().min(32, { error: 'must have 32 characters or more' }).max(512).optional(),
  WORKERS: z
    .union([z.literal('auto'), whole(1, 64)], { error: 'must be auto or a number from 1 to 64' })
    .prefault('1'),
  RATE_LIMIT: z
    .union([z.literal('off'), whole(1, 100_000_000)], { error: 'must be off or requests a minute' })
    .prefault('6000'),
  TRUST_PROXY: list
    .refine((items) => items.every(isAddress), {
      error: 'must be a list of the proxies’ addresses or networks, such as 10.0.0.0/8,127.0.0.1',
    })
    .prefault(''),
  CORS_ORIGINS: list
    .refine((items) => items.every((item) => /^https?:\/\/[^/]+$/.test(item)), {
      error: 'must be a list of origins, such as https://desk.example.org',
    })
    .prefault(''),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
  CACHE_MB: whole(0, 65_536).prefault('64'),
  LIST_CACHE_MB: whole(0, 65_536).prefault('16'),
  DATA_DIR: z.string().min(1).default('./data'),
  ASSET_STORE: bucketUrl.optional(),
  AWS_ACCESS_KEY_ID: z.string().min(1).optional(),
  AWS_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  ALLOW_PRIVATE_WEBHOOKS: z.enum(['0', '1'], { error: 'must be 0 or 1' }).default('0'),
});

/** The names of all settings, for the documentation's test. */
export const SETTINGS: readonly string[] = Object.keys(schema.shape);

/** The settings of a process. */
export interface Config {
  databaseUrl: string;
  databaseReplicaUrl: string | undefined;
  host: string;
  port: number;
  /** Where clients reach the service; no slash at its end. */
  publicUrl: string;
  /** What the newsroom is called in public. */
  publicationName: string;
  adminToken: string | undefined;
  workers: number | 'auto';
  /** Requests a minute and client; null for no limit. */
  rateLimit: number | null;
  trustProxy: string[];
  corsOrigins: string[];
  logLevel: string;
  /** For finished answers. */
  cacheBytes: number;
  /** For rows of lists. */
  listCacheBytes: number;
  dataDir: string;
  /** The bucket of the pictures; null when they lie under the data folder. */
  s3: S3Settings | null;
  allowPrivateWebhooks: boolean;
}

/**
 * Reads the settings from environment variables. An empty variable counts as absent.
 *
 * @throws ConfigError that names every bad setting
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => SETTINGS.includes(name) && value !== ''),
  );
  const result = schema.safeParse(given);
  if (!result.success) {
    const problems = result.error.issues.map(
      (issue) => `  ${String(issue.path[0])} ${issue.message}`,
    );
    throw new ConfigError(`These settings can't be used:\n${problems.join('\n')}`);
  }
  const env = result.data;
  const publicUrl =
    env.PUBLIC_URL ?? `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${env.PORT}`;
  return {
    databaseUrl: env.DATABASE_URL,
    databaseReplicaUrl: env.DATABASE_REPLICA_URL,
    host: env.HOST,
    port: env.PORT,
    publicUrl,
    publicationName: env.PUBLICATION_NAME ?? new URL(publicUrl).host,
    adminToken: env.ADMIN_TOKEN,
    workers: env.WORKERS,
    rateLimit: env.RATE_LIMIT === 'off' ? null : env.RATE_LIMIT,
    trustProxy: env.TRUST_PROXY,
    corsOrigins: env.CORS_ORIGINS,
    logLevel: env.LOG_LEVEL,
    cacheBytes: env.CACHE_MB * 1024 * 1024,
    listCacheBytes: env.LIST_CACHE_MB * 1024 * 1024,
    dataDir: env.DATA_DIR,
    s3: readBucket(env),
    allowPrivateWebhooks: env.ALLOW_PRIVATE_WEBHOOKS === '1',
  };
}

/** @throws ConfigError when a bucket is named without the keys to it */
function readBucket(env: z.output<typeof schema>): S3Settings | null {
  if (env.ASSET_STORE === undefined) return null;
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw new ConfigError(
      "These settings can't be used:\n  ASSET_STORE needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
    );
  }
  const url = new URL(env.ASSET_STORE);
  return {
    endpoint: url.searchParams.get('endpoint') ?? '',
    bucket: url.hostname,
    prefix: url.pathname.replace(/^\/+|\/+$/g, ''),
    region: url.searchParams.get('region') ?? 'us-east-1',
    accessKeyId,
    secretAccessKey,
  };
}
