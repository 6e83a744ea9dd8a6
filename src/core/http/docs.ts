import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { notFound, PROBLEMS, type ProblemCode } from '../errors.ts';
import type { HttpContext } from './context.ts';
import { deskHeaders } from './headers.ts';
import { finishDocument, toYaml } from './openapi.ts';

/** The files of the viewer that a browser needs; nothing else of the package is served. */
const ASSETS: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'swagger-ui-standalone-preset.js': 'text/javascript; charset=utf-8',
};

/** The viewer draws with inline styles and data: images; scripts come from here only. */
const DOCS_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const INITIALISER =
  "window.ui = SwaggerUIBundle({ url: '/openapi.json', dom_id: '#ui', deepLinking: true, persistAuthorization: false, presets: [SwaggerUIBundle.presets.apis], layout: 'BaseLayout' });\n";

/** `/openapi.json`, `/openapi.yaml`, `/docs` and a page for every problem. */
export async function registerDocs(app: FastifyInstance, context: HttpContext): Promise<void> {
  const folder = findAssets();
  const { 'cache-control': _private, ...security } = deskHeaders(context);
  const headers = { ...security, 'cache-control': 'public, max-age=300' };
  const open = {
    ...headers,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  };
  const hidden = { schema: { hide: true } as never };
  let document: { json: string; yaml: string } | undefined;
  const made = () => {
    if (document === undefined) {
      const finished = finishDocument(app);
      document = { json: JSON.stringify(finished), yaml: toYaml(finished) };
    }
    return document;
  };

  app.get('/openapi.json', hidden, async (_request, reply) =>
    reply.headers(open).type('application/json').send(made().json),
  );
  app.get('/openapi.yaml', hidden, async (_request, reply) =>
    reply.headers(open).type('application/yaml').send(made().yaml),
  );

  const html = { ...headers, 'content-security-policy': DOCS_CSP };
  app.get('/docs', hidden, async (_request, reply) =>
    reply.headers(html).type('text/html; charset=utf-8').send(PAGE),
  );
  app.get('/docs/assets/:file', hidden, async (request, reply) => {
    const { file } = request.params as { file: string };
    if (file === 'start.js')
      return reply.headers(html).type('text/javascript; charset=utf-8').send(INITIALISER);
    const type = Object.hasOwn(ASSETS, file) ? ASSETS[file] : undefined;
    if (type === undefined) throw notFound();
    return reply
      .headers(html)
      .type(type)
      .send(readFileSync(join(folder, file)));
  });
  app.get('/docs/problems/:code', hidden, async (request, reply) => {
    const { code } = request.params as { code: string };
    if (!Object.hasOwn(PROBLEMS, code)) throw notFound();
    return reply
      .headers(html)
      .type('text/html; charset=utf-8')
      .send(problemPage(code as ProblemCode));
  });
}

const page = (title: string, head: string, body: string) =>
  `<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>${head}</head>\n<body>${body}</body>\n</html>\n`;

const PAGE = page(
  'Onrecord API',
  '<link rel="stylesheet" href="/docs/assets/swagger-ui.css">',
  '<main id="ui"><noscript>This page needs JavaScript. The same document is at <a href="/openapi.yaml">/openapi.yaml</a>.</noscript></main><script src="/docs/assets/swagger-ui-bundle.js"></script><script src="/docs/assets/start.js"></script>',
);

const PROSE =
  '<style>body{font:1rem/1.6 system-ui,sans-serif;max-width:42rem;margin:3rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}@media(prefers-color-scheme:dark){body{color:#eee;background:#111}a{color:#8cf}}code{font-size:.95em}</style>';

function problemPage(code: ProblemCode): string {
  const [status, title, help] = PROBLEMS[code];
  const text = help
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/`([^`]+)`/g, '<code>$1</code>');
  return page(
    `${code} – Onrecord`,
    PROSE,
    `<h1>${title}</h1><p>HTTP status ${status}, code <code>${code}</code>.</p><p>${text}</p><p><a href="/docs">All of the API</a></p>`,
  );
}

function findAssets(): string {
  const entry = createRequire(import.meta.url).resolve('@fastify/swagger-ui');
  const folder = join(dirname(entry), 'static');
  if (!existsSync(folder))
    throw new Error('The viewer of the documentation is missing: reinstall Onrecord.');
  return folder;
}
