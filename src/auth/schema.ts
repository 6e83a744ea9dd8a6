import * as z from 'zod';
import { filled, id, instant } from '../core/http/scalars.ts';
import { ROLES } from '../core/roles.ts';

const role = z.enum(ROLES).meta({
  id: 'Role',
  description:
    '`reader` sees drafts, `writer` edits, `editor` publishes, `admin` manages tokens. Each includes the ones before.',
});

export const tokenInput = z
  .strictObject({
    name: filled(200).meta({ description: 'Whose it is, or what it is for.' }),
    role,
    expiresAt: instant.nullable().optional(),
  })
  .meta({
    id: 'TokenInput',
    description: 'A token for somebody, or for some program.',
    examples: [{ name: 'Ines Farrow', role: 'writer' }],
  });

const tokenFields = {
  id,
  name: z.string(),
  role,
  createdAt: instant,
  expiresAt: instant.nullable(),
  lastUsedAt: instant
    .nullable()
    .meta({ description: 'When it was last used, up to an hour behind; `null` if it never was.' }),
  revokedAt: instant.nullable(),
};

export const deskToken = z
  .strictObject(tokenFields)
  .meta({ id: 'Token', description: 'A token; its secret is never shown again.' });

export const newToken = z
  .strictObject({
    ...tokenFields,
    secret: z
      .string()
      .meta({ description: 'Shown this once. Send it as `Authorization: Bearer …`.' }),
  })
  .meta({ id: 'NewToken', description: 'A new token, with its secret.' });

export const me = z
  .strictObject({ id: z.string(), name: z.string(), role, can: z.array(role) })
  .meta({ id: 'Me', description: 'Who the token is, and the roles that it includes.' });

export const auditItem = z
  .strictObject({
    seq: z.int(),
    at: instant,
    actor: z.string(),
    actorName: z.string(),
    role: z.string(),
    action: z.string(),
    kind: z.string(),
    targetId: z.string(),
    before: z.int().nullable(),
    after: z.int().nullable(),
    details: z.record(z.string(), z.unknown()),
    requestId: z.string().nullable(),
    previous: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'AuditEntry', description: 'One desk write, chained by hash to the one before.' });
