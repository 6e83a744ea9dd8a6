import type { JobKind, StepResult } from '../core/jobs/runner.ts';
import { createJob } from '../core/jobs/store.ts';
import type { Reproject, ShownKind } from '../core/references/reproject.ts';
import { keepFormerSlug } from '../core/slugs.ts';
import type { Work } from '../core/work.ts';
import { lockPublications, refresh } from './neighbours.ts';
import { showFigures, showSources } from './reference-projection.ts';
import {
  countNaming,
  countShowing,
  listShowing,
  moveNaming,
  type Named,
  nameOf,
} from './showing-store.ts';

/** So many documents are shown anew in the request's own transaction; more become a job. */
export const AT_ONCE_MAX = 50;
/** So many articles that only name it, in drafts, are moved at a time. */
const NAMING_MAX = 250;
/** A step ends after this time, so that nobody waits long for it. */
const STEP_MS = 40;
const STEP_MIN = 4;
const STEP_MAX = 50;
/** How many documents a step takes in about that time, as far as is known. */
let pace = 5;

/** What a job needs to know. */
interface Payload {
  kind: ShownKind;
  /** What documents show, and … */
  before: Named;
  /** … what they shall show. */
  after: Named;
}

/** What documents show of a reference datum, whatever its kind. */
const LOOKS = [
  'id',
  'slug',
  'name',
  'kind',
  'affiliation',
  'question',
  'unit',
  'alt',
  'caption',
  'credit',
  'licence',
  'focalX',
  'focalY',
] as const;

type Shown = Named & Partial<Record<(typeof LOOKS)[number], unknown>>;

/**
 * Shows a renamed, merged or otherwise changed reference datum wherever it is public:
 * every article that shows it gets new bytes and a new ETag, all others keep theirs. Few
 * are shown anew at once; many by a job, while the desk and the wire go on.
 */
export const reproject: Reproject = async (work, kind, before, after) => {
  const { client } = work;
  const payload: Payload = { kind, before: named(before), after: named(after) };
  // Publications wait, so that none that began before can show the old one afterwards.
  await lockPublications(work);
  await keepAddress(work, payload);
  const names = { from: nameOf(kind, before), to: nameOf(kind, after) };
  const naming = names.from === names.to ? 0 : await countNaming(client, kind, names.from);
  const showing = looksEqual(before, after) ? 0 : await countShowing(client, kind, names.from);
  const later = showing > AT_ONCE_MAX || naming > NAMING_MAX;
  if (!later) {
    if (naming > 0) await moveNaming(client, kind, names.from, names.to, naming);
    await refresh(work, await listShowing(client, kind, names.from, '', showing));
  }
  await showReferences(work, payload);
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
    await lockPublications(work);
    const moved = await moveSome(work, payload);
    if (moved > 0) return { cursor, done: moved, finished: false };
    const result = await refreshSome(work, payload, cursor ?? '');
    // Its counts are told at the beginning and at the end, not with every step.
    if (cursor === null || result.finished) await showReferences(work, payload);
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
  const take = Math.floor(pace);
  const ids = await listShowing(work.client, kind, nameOf(kind, before), cursor, take);
  const started = performance.now();
  await refresh(work, ids);
  const perDocument = (performance.now() - started) / Math.max(1, ids.length);
  // Half-way to what would have fitted, so that one slow step does not slow down all others.
  pace = Math.min(STEP_MAX, Math.max(STEP_MIN, (pace + STEP_MS / perDocument) / 2));
  return { cursor: ids.at(-1) ?? cursor, done: ids.length, finished: ids.length < take };
}

function named({ id, slug }: Named): Named {
  return { id, slug };
}

/** True when documents show both alike, as after a change of what only the desk sees. */
function looksEqual(before: Shown, after: Shown): boolean {
  const look = (shown: Shown) => JSON.stringify(LOOKS.map((name) => shown[name]));
  return look(before) === look(after);
}

/** What had this address, or led to it, leads to the present one. */
async function keepAddress({ client }: Work, { kind, before, after }: Payload): Promise<void> {
  if (kind === 'asset') return;
  if (before.slug !== after.slug) await keepFormerSlug(client, kind, before.slug, after.id);
  if (before.id === after.id) return;
  await client.formerSlug.updateMany({
    where: { kind, targetId: before.id },
    data: { targetId: after.id },
  });
}

/** Brings sources and figures up to date on the wire, and tells the change log. */
async function showReferences(work: Work, { kind, before, after }: Payload): Promise<void> {
  const ids = [before.id, after.id];
  if (kind === 'source') await showSources(work, ids);
  if (kind === 'figure') await showFigures(work, ids);
}
