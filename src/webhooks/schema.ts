import * as z from 'zod';
import { changeType } from '../changes/schema.ts';
import { filled, httpUrl, id, instant } from '../core/http/scalars.ts';

/** No more receivers than can be served side by side. */
export const SUBSCRIPTIONS_MAX = 100;

const subscriptionState = z.enum(['active', 'disabled']).meta({
  id: 'SubscriptionState',
  description:
    'A disabled one gets nothing; made active again, it goes on with the change where it stopped.',
});

export const deliveryState = z.enum(['pending', 'delivered', 'failed']).meta({
  id: 'DeliveryState',
  description: '`pending` until the receiver takes it (2xx); `failed` after three days of trying.',
});
export type DeliveryState = z.infer<typeof deliveryState>;

const url = httpUrl.meta({
  description:
    'Where the events are POSTed to: public http or https, without credentials. Redirects are not followed.',
  example: 'https://example.org/hooks/onrecord',
});

const types = z
  .array(changeType)
  .max(50)
  .refine((given) => new Set(given).size === given.length, { error: 'names a type twice' })
  .meta({ description: 'Only these types of change; all of them if empty.' });

const description = filled(300)
  .nullable()
  .meta({ description: 'What it is for, as the desk reads it.' });

export const subscriptionInput = z
  .strictObject({ url, types: types.optional(), description: description.optional() })
  .meta({
    id: 'SubscriptionInput',
    description: 'A webhook: where to send what.',
    examples: [
      {
        url: 'https://example.org/hooks/onrecord',
        types: ['article.published', 'article.corrected', 'article.retracted'],
        description: 'Our partners’ front page.',
      },
    ],
  });
export type SubscriptionInput = z.infer<typeof subscriptionInput>;

export const subscriptionPatch = z
  .strictObject({
    url: url.optional(),
    types: types.optional(),
    description: description.optional(),
    state: subscriptionState.optional(),
  })
  .meta({
    id: 'SubscriptionPatch',
    description: 'JSON Merge Patch (RFC 7396) of a webhook.',
    examples: [{ state: 'disabled' }],
  });
export type SubscriptionPatch = z.infer<typeof subscriptionPatch>;

export const subscription = z
  .strictObject({
    id,
    url: z.string(),
    types: z.array(changeType),
    description: z.string().nullable(),
    state: subscriptionState,
    disabledReason: z.string().nullable(),
    cursor: z.int().meta({ description: 'The last change that deliveries were made of.' }),
    previousSecretUntil: instant
      .nullable()
      .meta({ description: 'Until then the secret before the present one signs as well.' }),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Subscription', description: 'Who is told what changes; its secret is not shown.' });
export type Subscription = z.infer<typeof subscription>;

export const newSubscription = subscription
  .extend({
    secret: z
      .string()
      .meta({ description: 'Shown this once: `whsec_` and the key in Base64, to verify with.' }),
  })
  .meta({ id: 'NewSubscription', description: 'A subscription with its new secret.' });

export const delivery = z
  .strictObject({
    id: id.meta({ description: 'The `webhook-id`, the same at every attempt.' }),
    seq: z.int().meta({ description: 'The change that it tells of.' }),
    type: changeType,
    state: deliveryState,
    attempts: z.int(),
    lastAttemptAt: instant.nullable(),
    nextAttemptAt: instant.nullable(),
    lastStatus: z.int().nullable().meta({ description: 'What the receiver answered last.' }),
    lastError: z.string().nullable(),
    createdAt: instant,
    deliveredAt: instant.nullable(),
  })
  .meta({ id: 'Delivery', description: 'One change on its way to one receiver.' });
export type Delivery = z.infer<typeof delivery>;
