import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import * as z from 'zod';
import { escapeInElement } from '../../text/escape.ts';
import { notFound, PROBLEMS, type ProblemCode } from '../errors.ts';
import { once } from '../once.ts';
import type { HttpContext } from './context.ts';
import { describeRoute } from './contract.ts';
import { deskHeaders } from './headers.ts';
import { anyObject } from './openapi-components.ts';
import { wireRoute } from './wire.ts';

/** The files of the viewer that a browser needs; nothing else of the package is served. */
const ASSETS: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

/** The viewer draws with inline styles and data: images; scripts come from here only. */
const DOCS_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** It changes with the server alone. */
const CACHE_CONTROL = 'public, max-age=300';

/** Draws the document into the page. */
const INITIALISER = `window.ui = SwaggerUIBundle({
  url: 'openapi.json',
  dom_id: '#ui',
  deepLinking: true,
  docExpansion: 'list',
  persistAuthorization: false,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis],
  layout: 'BaseLayout',
});
`;

const TAG = 'Service';
const html = z.string().meta({ description: 'A page for people.' });

interface Page {
  url: string;
  operationId: string;
  summary: string;
  description: string;
  params?: z.ZodObject;
  answer(params: Record<string, string>): string;
}

/** `/`, `/openapi.json`, `/openapi.yaml`, `/docs` and a page for every problem. */
export function registerDocs(app: FastifyInstance, context: HttpContext): void {
  const { 'cache-control': _private, ...security } = deskHeaders(context);
  const headers = {
    ...security,
    'cache-control': CACHE_CONTROL,
    'content-security-policy': DOCS_CSP,
  };
  serveDocument(app, context);
  for (const page of PAGES) serve(app, page, headers);
  serveAssets(app, headers);
}

function serve(
  app: FastifyInstance,
  { url, answer, ...described }: Page,
  headers: Record<string, string>,
): void {
  const schema = describeRoute({
    ...described,
    surface: 'service',
    method: 'get',
    tag: TAG,
    produces: { 'text/html': html },
  });
  app.get(url, { schema }, async (request, reply) => {
    const body = answer(request.params as Record<string, string>);
    return reply.headers(headers).type('text/html; charset=utf-8').send(body);
  });
}

type Document = { json: string; yaml: string };

/** Both forms of the document, made when they are first asked for, by what is loaded then. */
function documentOnce(app: FastifyInstance): () => Promise<Document> {
  return once(async () => {
    const { finishDocument, toYaml } = await import('./openapi.ts');
    const finished = finishDocument(app, await app.documentInfo.examples());
    return { json: JSON.stringify(finished), yaml: toYaml(finished) };
  });
}

/** The document is public, large, and read by programs: a wire route in each of its forms. */
function serveDocument(app: FastifyInstance, context: HttpContext): void {
  const document = documentOnce(app);
  const shared = {
    lastModified: context.clock(),
    tags: ['openapi'],
    headers: { 'cache-control': CACHE_CONTROL },
  };
  wireRoute(app, context, {
    url: '/openapi.json',
    operationId: 'readOpenApiJson',
    tag: TAG,
    summary: 'Read this document as JSON',
    description: 'OpenAPI 3.1, made from the schemas that requests are checked with.',
    produces: { 'application/json': anyObject },
    handler: async () => ({ body: (await document()).json, ...shared }),
  });
  wireRoute(app, context, {
    url: '/openapi.yaml',
    operationId: 'readOpenApiYaml',
    tag: TAG,
    summary: 'Read this document as YAML',
    description: 'The same document as /openapi.json.',
    produces: {
      'application/yaml': z.string().meta({ description: 'An OpenAPI 3.1 document in YAML.' }),
    },
    handler: async () => ({
      body: (await document()).yaml,
      type: 'application/yaml',
      ...shared,
    }),
  });
}

// An enum to readers only: a code that does not exist is a page that does not exist.
const problemCode = z.string().meta({
  enum: Object.keys(PROBLEMS),
  description: 'The `code` of a problem.',
  example: 'not-found',
});

const PAGES: readonly Page[] = [
  {
    url: '/',
    operationId: 'readRoot',
    summary: 'Find out what is here',
    description: 'A page that leads to the documentation, to this document and to what is public.',
    answer: () => ROOT,
  },
  {
    url: '/docs',
    operationId: 'readDocs',
    summary: 'Browse this document',
    description: 'All operations in a browser; nothing is loaded from elsewhere.',
    answer: () => VIEWER,
  },
  {
    url: '/docs/problems/:code',
    operationId: 'readProblemPage',
    summary: 'Read what a problem means',
    description: 'Where the `type` of a problem document points to.',
    params: z.strictObject({ code: problemCode }),
    answer: ({ code = '' }) => {
      if (!Object.hasOwn(PROBLEMS, code)) throw notFound();
      return problemPage(code as ProblemCode);
    },
  },
];

/** The viewer's own files. They are part of its page, not of the contract. */
function serveAssets(app: FastifyInstance, headers: Record<string, string>): void {
  const folder = findAssets();
  const send = (reply: FastifyReply, type: string, body: string | Buffer) =>
    reply.headers(headers).type(type).send(body);
  app.get('/docs/assets/:file', async (request, reply) => {
    const { file } = request.params as { file: string };
    if (file === 'start.js') return send(reply, 'text/javascript; charset=utf-8', INITIALISER);
    const type = Object.hasOwn(ASSETS, file) ? ASSETS[file] : undefined;
    if (type === undefined) throw notFound();
    return send(reply, type, readFileSync(join(folder, file)));
  });
}

function findAssets(): string {
  const entry = createRequire(import.meta.url).resolve('@fastify/swagger-ui');
  const folder = join(dirname(entry), 'static');
  if (!existsSync(folder))
    throw new Error('The viewer of the documentation is missing: reinstall Onrecord.');
  return folder;
}

/** Links in it are relative, so that they lead on behind a proxy that takes a path away. */
const page = (title: string, head: string, body: string) =>
  `<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="icon" href="data:,">${head}</head>\n<body>${body}</body>\n</html>\n`;

const VIEWER = page(
  'Onrecord API',
  '<link rel="stylesheet" href="docs/assets/swagger-ui.css">',
  '<main id="ui"><noscript>This page needs JavaScript. The same document is at <a href="openapi.yaml">/openapi.yaml</a>.</noscript></main><script src="docs/assets/swagger-ui-bundle.js"></script><script src="docs/assets/start.js"></script>',
);

const PROSE =
  '<style>body{font:1rem/1.6 system-ui,sans-serif;max-width:42rem;margin:3rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}@media(prefers-color-scheme:dark){body{color:#eee;background:#111}a{color:#8cf}}code{font-size:.95em}</style>';

const ROOT = page(
  'Onrecord',
  `<link rel="service-desc" type="application/json" href="openapi.json">${PROSE}`,
  '<h1>Onrecord</h1><p>A news API in which every turn, quote and figure is on the record.</p><ul><li><a href="docs">Documentation</a></li><li><a href="openapi.yaml">OpenAPI document</a></li><li><a href="v1/articles">Articles</a></li><li><a href="feeds/rss.xml">Feed</a></li></ul>',
);

function problemPage(code: ProblemCode): string {
  const [status, title, help] = PROBLEMS[code];
  const text = escapeInElement(help).replace(/`([^`]+)`/g, '<code>$1</code>');
  return page(
    `${code} – Onrecord`,
    PROSE,
    `<h1>${title}</h1><p>HTTP status ${status}, code <code>${code}</code>.</p><p>${text}</p><p><a href="../../docs">All of the API</a></p>`,
  );
}
