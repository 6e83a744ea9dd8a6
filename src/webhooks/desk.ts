import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { HttpContext } from '../core/http/context.ts';
import { deskRead, deskWrite } from '../core/http/desk.ts';
import { pageOf, pageQuery, readPage } from '../core/http/pagination.ts';
import { versionTag } from '../core/http/preconditions.ts';
import { id } from '../core/http/scalars.ts';
import {
  delivery,
  deliveryState,
  newSubscription,
  subscription,
  subscriptionInput,
  subscriptionPatch,
} from './schema.ts';
import {
  changeSubscription,
  createSubscription,
  deleteSubscription,
  getSubscription,
  presentDelivery,
  presentSubscription,
  redeliver,
  requireCallable,
  rotateSecret,
} from './service.ts';
import { listDeliveries, listSubscriptions, type SubscriptionRow } from './store.ts';

const TAG = 'Desk: webhooks';
const URL = '/v1/desk/subscriptions';
const params = z.strictObject({ id });

const answer = (row: SubscriptionRow) => ({
  body: presentSubscription(row),
  etag: versionTag(row.version),
});
const withSecret = (row: SubscriptionRow) => ({
  body: { ...presentSubscription(row), secret: row.secret },
  etag: versionTag(row.version),
});

export function registerWebhookDesk(app: FastifyInstance, context: HttpContext): void {
  registerReading(app, context);
  registerWriting(app, context);
  registerDeliveries(app, context);
}

function registerReading(app: FastifyInstance, context: HttpContext): void {
  const client = context.db.current;
  deskRead(app, context, {
    method: 'get',
    url: URL,
    operationId: 'listSubscriptions',
    tag: TAG,
    summary: 'List subscriptions',
    description: 'Who is told what changes in public, oldest first.',
    role: 'admin',
    query: z.strictObject(pageQuery),
    responses: { 200: pageOf(subscription, 'SubscriptionPage') },
    async read({ query }) {
      const { items, page } = await readPage('subscriptions', query, 'id', (after, take) =>
        listSubscriptions(client, after, take),
      );
      return { body: { data: items.map(presentSubscription), page } };
    },
  });

  deskRead(app, context, {
    method: 'get',
    url: `${URL}/:id`,
    operationId: 'readSubscription',
    tag: TAG,
    summary: 'Read a subscription',
    description: 'Without its secret.',
    role: 'admin',
    params,
    responses: { 200: subscription },
    read: async ({ params: { id: name } }) => answer(await getSubscription(client, name)),
  });
}

function registerWriting(app: FastifyInstance, context: HttpContext): void {
  const one = `${URL}/:id`;
  deskWrite(app, context, {
    method: 'post',
    url: URL,
    operationId: 'createSubscription',
    tag: TAG,
    summary: 'Create a subscription',
    description:
      'Every change from now on is POSTed to the address as `{type, timestamp, data}`, where `data` is the entry of `/v1/changes`, and signed by the Standard Webhooks specification with the secret that is in this answer and nowhere else. A message that is not answered with 2xx within 15 seconds is sent again for three days, with the same `webhook-id`; 410 disables the subscription. Messages may arrive twice or out of order: `webhook-id` and `data.seq` tell.',
    role: 'admin',
    body: subscriptionInput,
    responses: { 201: newSubscription },
    before: ({ body }) => requireCallable(context.outgoing, body.url),
    async write(work, { body }) {
      const row = await createSubscription(work, body);
      return { ...withSecret(row), status: 201, location: `${URL}/${row.id}` };
    },
  });

  deskWrite(app, context, {
    method: 'patch',
    url: one,
    operationId: 'updateSubscription',
    tag: TAG,
    summary: 'Change a subscription',
    description:
      'JSON Merge Patch. Disabled, it gets nothing; made active again, it goes on with the change where it stopped.',
    role: 'admin',
    ifMatch: true,
    params,
    body: subscriptionPatch,
    responses: { 200: subscription },
    problems: [422],
    before: ({ body }) => requireCallable(context.outgoing, body.url),
    write: async (work, { params: { id: name }, body, precondition }) =>
      answer(await changeSubscription(work, name, body, precondition)),
  });

  deskWrite(app, context, {
    method: 'post',
    url: `${one}/rotate`,
    operationId: 'rotateSubscriptionSecret',
    tag: TAG,
    summary: 'Rotate a subscription’s secret',
    description:
      'The new secret is in this answer and nowhere else. For 24 hours messages are signed with both, the new and the one before.',
    role: 'admin',
    ifMatch: true,
    params,
    responses: { 200: newSubscription },
    write: async (work, { params: { id: name }, precondition }) =>
      withSecret(await rotateSecret(work, name, precondition)),
  });

  deskWrite(app, context, {
    method: 'delete',
    url: one,
    operationId: 'deleteSubscription',
    tag: TAG,
    summary: 'Delete a subscription',
    description: 'Its deliveries go with it; what has not been sent is never sent.',
    role: 'admin',
    ifMatch: true,
    params,
    responses: { 204: null },
    async write(work, { params: { id: name }, precondition }) {
      await deleteSubscription(work, name, precondition);
      return { status: 204 };
    },
  });
}

function registerDeliveries(app: FastifyInstance, context: HttpContext): void {
  const url = `${URL}/:id/deliveries`;
  deskRead(app, context, {
    method: 'get',
    url,
    operationId: 'listDeliveries',
    tag: TAG,
    summary: 'List a subscription’s deliveries',
    description:
      'What was sent, what the receiver answered and what is sent next, newest change first. Kept for 30 days.',
    role: 'admin',
    params,
    query: z.strictObject({ state: deliveryState.optional(), ...pageQuery }),
    responses: { 200: pageOf(delivery, 'DeliveryPage') },
    async read({ params: { id: name }, query }) {
      const client = context.db.current;
      await getSubscription(client, name);
      const { items, page } = await readPage(`deliveries/${name}`, query, 'seq', (before, take) =>
        listDeliveries(client, name, query.state, before, take),
      );
      return { body: { data: items.map(presentDelivery), page } };
    },
  });

  deskWrite(app, context, {
    method: 'post',
    url: `${url}/:delivery/redeliver`,
    operationId: 'redeliver',
    tag: TAG,
    summary: 'Send a delivery again',
    description:
      'With the same `webhook-id`, whatever became of it; it is tried anew for three days. A disabled subscription gets it once it is active.',
    role: 'admin',
    params: params.extend({ delivery: id }),
    responses: { 202: delivery },
    problems: [410],
    write: async (work, { params: { id: name, delivery: sent } }) => ({
      status: 202,
      body: presentDelivery(await redeliver(work, name, sent)),
    }),
  });
}
