/** What comes back: read as its types say, and told from what others answer. */
import { OnrecordError } from './problem.ts';

/** The only paths that answer pages for people, and plain text. */
const PAGES = /^\/($|docs)|\/embed$/;
const PLAIN = /^\/(metrics|robots\.txt)$|\/markdown$/;

/** @throws OnrecordError where something else answers in the service's place */
export async function dataOf(response: Response, path: string): Promise<unknown> {
  const { status, headers } = response;
  if (status === 204) return undefined;
  const type = headers.get('content-type') ?? '';
  const isPage = /html/i.test(type);
  if ((isPage && !PAGES.test(path)) || (/^text\/plain/i.test(type) && !PLAIN.test(path))) {
    await drop(response);
    throw notOurs(status, `a ${isPage ? 'web page' : 'text'} (${type})`);
  }
  if (/[/+]json/.test(type)) {
    const data: unknown = await response.json();
    if (Object(data) !== data) throw notOurs(status, 'JSON without members');
    return data;
  }
  return /^text\/|xml|yaml|ndjson/.test(type) ? response.text() : response.blob();
}

/** @throws OnrecordError where it is no page of a list */
export function pageOf(data: unknown, status: number): { items: unknown[]; next: string | null } {
  const { data: items, page } = (data ?? {}) as { data?: unknown; page?: { next?: unknown } };
  const next = page?.next;
  if (Array.isArray(items) && (next === null || typeof next === 'string')) return { items, next };
  throw new OnrecordError(status, {
    detail:
      'What answered is no page of a list: see what baseUrl leads to, and whether the path is that of a list.',
  });
}

function notOurs(status: number, what: string): OnrecordError {
  return new OnrecordError(status, {
    detail: `What answered is ${what} and not Onrecord: see what baseUrl leads to, and which proxy or sign-in page is in between.`,
  });
}

export function cutOff({ status }: Response): OnrecordError {
  return new OnrecordError(status, { detail: 'The JSON that came is cut off, or is none.' });
}

/** Takes no more of an answer, so that its connection is free. */
export async function drop(response: Response | null): Promise<void> {
  // A body that broke off can't be given up any more.
  await response?.body?.cancel().catch(() => undefined);
}
