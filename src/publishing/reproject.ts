import { setImmediate } from 'node:timers/promises';
import { appendChange } from '../changes/log.ts';
import { nextCount } from '../core/database/counters.ts';
import type { JobKind, StepResult } from '../core/jobs/runner.ts';
import { createJob } from '../core/jobs/store.ts';
import type { Reproject } from '../core/reproject.ts';
import { keepFormerSlug } from '../core/slugs.ts';
import type { Work } from '../core/work.ts';
import { refresh } from './publish.ts';
import { projectFigures, projectSources } from './reference-projection.ts';
import {
  countNaming,
  countShowing,
  listShowing,
  moveNaming,
  type Named,
  nameOf,
  type ReferenceKind,
} from './showing.ts';

/** So many documents are shown anew in the request's own transaction; more become a job. */
export const AT_ONCE_MAX = 50;
/** So many articles that only name it, in drafts, are moved at a time. */
const NAMING_MAX = 250;
/** A step ends after this time, so that nobody waits long for it. */
const STEP_MS = 40;
const STEP_MAX = 50;

/** What a job needs to know. */
interface Payload {
  kind: ReferenceKind;
  /** What documents show, and … */
  before: Named;
  /** … what they shall show. */
  after: Named;
}

type Shown = Named &
  Partial<Record<'name' | 'kind' | 'affiliation' | 'question' | 'unit', unknown>>;

/**
 * Shows a renamed, merged or otherwise changed reference datum wherever it is public:
 * every article that shows it gets new bytes and a new ETag, all others keep theirs. Few
 * are shown anew at once; many by a job, while the desk and the wire go on.
 */
export const reproject: Reproject = async (work, kind, before, after) => {
  const { client } = work;
  const payload: Payload = { kind, before: named(before), after: named(after) };
  // Publications wait, so that none that began before can show the old one afterwards.
  await nextCount(client, 'publications');
  await keepAddress(work, payload);
  const names = { from: nameOf(kind, before), to: nameOf(kind, after) };
  const naming = names.from === names.to ? 0 : await countNaming(client, kind, names.from);
  const showing = looksEqual(before, after) ? 0 : await countShowing(client, kind, names.from);
  const later = showing > AT_ONCE_MAX || naming > NAMING_MAX;
  if (!later) {
    if (naming > 0) await moveNaming(client, kind, names.from, names.to, naming);
    for (const id of await listShowing(client, kind, names.from, '', showing))
      await refresh(work, id);
  }
  await tellReferences(work, payload);
  return later ? createJob(work, { kind: 'reproject', payload, total: naming + showing }) : null;
};

/** The kind of job that shows a reference datum anew. */
export const reprojectJob: JobKind = {
  describe(data) {
    const { kind, before, after } = data as Payload;
    return before.id === after.id
      ? `Show the ${kind} ${after.slug} anew`
      : `Show the ${kind} ${after.slug}, into which ${before.slug} was merged`;
  },
  async step(work, data, cursor) {
    const payload = data as Payload;
    await nextCount(work.client, 'publications');
    const moved = await moveSome(work, payload);
    if (moved > 0) return { cursor, done: moved, finished: false };
    const result = await refreshSome(work, payload, cursor ?? '');
    if (result.finished) await tellReferences(work, payload);
    else await projectReferences(work, payload);
    return result;
  },
};

async function moveSome({ client }: Work, { kind, before, after }: Payload): Promise<number> {
  const from = nameOf(kind, before);
  const to = nameOf(kind, after);
  return from === to ? 0 : moveNaming(client, kind, from, to, NAMING_MAX);
}

async function refreshSome(work: Work, payload: Payload, cursor: string): Promise<StepResult> {
  const { kind, before } = payload;
  const started = performance.now();
  const ids = await listShowing(work.client, kind, nameOf(kind, before), cursor, STEP_MAX);
  let done = 0;
  for (const id of ids) {
    await refresh(work, id);
    done += 1;
    if (performance.now() - started > STEP_MS) break;
    // The queries of one document follow each other without a pause; requests come in here.
    await setImmediate();
  }
  return {
    cursor: ids[done - 1] ?? cursor,
    done,
    finished: done === ids.length && ids.length < STEP_MAX,
  };
}

function named({ id, slug }: Named): Named {
  return { id, slug };
}

/** True when documents show both alike, as after a change of what only the desk sees. */
function looksEqual(before: Shown, after: Shown): boolean {
  const look = ({ id, slug, name, kind, affiliation, question, unit }: Shown) =>
    JSON.stringify([id, slug, name, kind, affiliation, question, unit]);
  return look(before) === look(after);
}

/** What had this address, or led to it, leads to the present one. */
async function keepAddress({ client }: Work, { kind, before, after }: Payload): Promise<void> {
  if (before.slug !== after.slug) await keepFormerSlug(client, kind, before.slug, after.id);
  if (before.id === after.id) return;
  await client.formerSlug.updateMany({
    where: { kind, targetId: before.id },
    data: { targetId: after.id },
  });
}

async function projectReferences({ client }: Work, payload: Payload): Promise<void> {
  const ids = [payload.before.id, payload.after.id];
  if (payload.kind === 'source') await projectSources(client, ids);
  if (payload.kind === 'figure') await projectFigures(client, ids);
}

/** Brings sources and figures up to date on the wire, and says so in the change log. */
async function tellReferences(work: Work, payload: Payload): Promise<void> {
  const { kind, before, after } = payload;
  if (kind !== 'source' && kind !== 'figure') return;
  const ids = [...new Set([before.id, after.id])];
  const was = new Set<string>();
  for (const id of ids) if ((await findReference(work, kind, id)) !== null) was.add(id);
  await projectReferences(work, payload);
  for (const id of ids) {
    const row = await findReference(work, kind, id);
    if (row === null && !was.has(id)) continue;
    await appendChange(work, {
      type: `${kind}.${row === null ? 'removed' : 'updated'}`,
      kind,
      targetId: id,
      slug: row?.slug ?? before.slug,
      document: row?.document ?? null,
      tags: [id, `${kind}s`],
    });
  }
}

function findReference({ client }: Work, kind: 'source' | 'figure', id: string) {
  const query = { where: { id }, select: { slug: true, document: true } };
  return kind === 'source'
    ? client.publishedSource.findUnique(query)
    : client.publishedFigure.findUnique(query);
}
