import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
} from 'fastify-type-provider-zod';
import { stringify } from 'yaml';
import { titlesOf } from './contract.ts';
import { PROBLEM_TYPE } from './problems.ts';

/** An OpenAPI document, as loosely as walking over it needs. */
type Json = { [key: string]: Json } | Json[] | string | number | boolean | null | undefined;
type JsonObject = { [key: string]: Json };

export interface DocumentInfo {
  title: string;
  version: string;
  description: string;
  publicUrl: string;
  tags: { name: string; description: string }[];
}

/** Collects every route's schema. To be registered before the routes. */
export async function registerOpenApi(app: FastifyInstance, info: DocumentInfo): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: info.title,
        version: info.version,
        description: info.description,
        license: { name: 'MIT', identifier: 'MIT' },
        contact: { name: 'Onrecord', url: 'https://example.org/onrecord' },
      },
      servers: [{ url: info.publicUrl, description: 'This service.' }],
      tags: info.tags,
      components: {
        securitySchemes: {
          token: {
            type: 'http',
            scheme: 'bearer',
            description: 'A token of the desk. The wire needs none.',
          },
        },
      },
    },
    transform: createJsonSchemaTransform({}) as never,
    transformObject: createJsonSchemaTransformObject({}) as never,
  });
}

/** The finished document: problems as shared responses, headers described, keys in a fixed order. */
export function finishDocument(app: FastifyInstance): JsonObject {
  const document = JSON.parse(JSON.stringify(app.swagger())) as JsonObject;
  const components = document.components as JsonObject;
  components.responses = {};
  components.headers = HEADERS;
  for (const path of Object.values(document.paths as JsonObject)) {
    for (const operation of Object.values(path as JsonObject)) {
      finishOperation(operation as JsonObject, components.responses as JsonObject);
    }
  }
  dropUnused(document, components.schemas as JsonObject);
  components.schemas = sorted(components.schemas as JsonObject);
  components.responses = sorted(components.responses as JsonObject);
  return document;
}

export function toYaml(document: JsonObject): string {
  return stringify(document, { aliasDuplicateObjects: false, lineWidth: 100 });
}

const HEADERS: JsonObject = {
  ETag: { description: 'The entity tag of this answer.', schema: { type: 'string' } },
  LastModified: { description: 'When it last changed.', schema: { type: 'string' } },
  CacheControl: { description: 'How long it may be kept.', schema: { type: 'string' } },
  CacheTag: { description: 'The ids of everything in it.', schema: { type: 'string' } },
  Link: { description: 'The next page.', schema: { type: 'string' } },
  Location: {
    description: 'The address of the new thing, or the present address.',
    schema: { type: 'string' },
  },
  RateLimit: { description: 'What is left of the allowance.', schema: { type: 'string' } },
  RateLimitPolicy: { description: 'The allowance.', schema: { type: 'string' } },
  RetryAfter: { description: 'Seconds to wait.', schema: { type: 'string' } },
  Allow: { description: 'The methods of this address.', schema: { type: 'string' } },
};

const header = (name: string): JsonObject => ({ $ref: `#/components/headers/${name}` });
const LIMITS: JsonObject = {
  RateLimit: header('RateLimit'),
  'RateLimit-Policy': header('RateLimitPolicy'),
};

const WIRE_HEADERS: JsonObject = {
  ETag: header('ETag'),
  'Last-Modified': header('LastModified'),
  'Cache-Control': header('CacheControl'),
  'Cache-Tag': header('CacheTag'),
  ...LIMITS,
};

function finishOperation(operation: JsonObject, shared: JsonObject): void {
  const responses = operation.responses as JsonObject;
  const isWire = String((operation.tags as string[])[0]).startsWith('Desk') === false;
  for (const [status, response] of Object.entries(responses)) {
    const entry = response as JsonObject;
    if (entry.content !== undefined && Object.keys(entry.content as JsonObject).length === 0)
      delete entry.content;
    if (Number(status) >= 400) {
      shared[`Problem${status}`] = problemResponse(Number(status));
      responses[status] = { $ref: `#/components/responses/Problem${status}` };
    } else {
      entry.headers = successHeaders(status, isWire, operation);
    }
  }
  if (isWire && responses['406'] !== undefined) {
    responses['304'] = {
      description: 'Not modified: If-None-Match names the present version.',
      headers: WIRE_HEADERS,
    };
  }
  operation.responses = sorted(responses);
}

function successHeaders(status: string, isWire: boolean, operation: JsonObject): JsonObject {
  if (status === '308') return { Location: header('Location') };
  if (isWire)
    return operation.parameters === undefined
      ? WIRE_HEADERS
      : { ...WIRE_HEADERS, Link: header('Link') };
  const base = { ETag: header('ETag'), ...LIMITS };
  return status === '201' ? { ...base, Location: header('Location') } : base;
}

function problemResponse(status: number): JsonObject {
  const headers: JsonObject = { ...LIMITS };
  if (status === 429 || status === 503) headers['Retry-After'] = header('RetryAfter');
  if (status === 412) headers.ETag = header('ETag');
  return {
    description: `${titlesOf(status)}.`,
    headers,
    content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

/** Schemas that were registered but that no operation refers to. */
function dropUnused(document: JsonObject, schemas: JsonObject): void {
  for (;;) {
    const text = JSON.stringify(document);
    const unused = Object.keys(schemas).filter(
      (name) => !text.includes(`"#/components/schemas/${name}"`),
    );
    if (unused.length === 0) return;
    for (const name of unused) delete schemas[name];
  }
}

function sorted(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
