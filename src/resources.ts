import type { FastifyInstance } from 'fastify';
import { registerArticleDesk } from './articles/desk.ts';
import { registerArticleWire } from './articles/wire.ts';
import { registerAssetDesk } from './assets/desk.ts';
import { registerAssetWire } from './assets/wire.ts';
import { registerAccessDesk } from './auth/desk.ts';
import { registerBulkDesk } from './bulk/desk.ts';
import { registerChangeStream } from './changes/stream.ts';
import { registerChangeWire } from './changes/wire.ts';
import { registerClaimDesk } from './claims/desk.ts';
import { registerClaimWire } from './claims/wire.ts';
import type { HttpContext } from './core/http/context.ts';
import { registerJobDesk } from './core/jobs/desk.ts';
import type { JobKinds } from './core/jobs/runner.ts';
import { registerFeeds } from './feeds/wire.ts';
import { registerFigureDesk } from './figures/desk.ts';
import { registerFigureWire } from './figures/wire.ts';
import { registerImportDesk } from './imports/desk.ts';
import { registerPreviewDesk } from './previews/desk.ts';
import { registerPreviewWire } from './previews/wire.ts';
import { registerPublishingDesk } from './publishing/desk.ts';
import { reproject, reprojectJob } from './publishing/reproject.ts';
import { registerQuoteDesk } from './quotes/desk.ts';
import { registerQuoteWire } from './quotes/wire.ts';
import { registerRevisionDesk } from './revisions/desk.ts';
import { registerSearchWire } from './search/wire.ts';
import { registerSourceDesk } from './sources/desk.ts';
import { registerSourceWire } from './sources/wire.ts';
import { registerTaxonomyDesk } from './taxonomy/desk.ts';
import { registerInterviewDesk, registerTurnDesk } from './turns/desk.ts';
import { registerTurnWire } from './turns/wire.ts';
import { registerWebhookDesk } from './webhooks/desk.ts';

type Register = (app: FastifyInstance, context: HttpContext) => void;

/** What goes on after the request that asked for it, by kind. */
export const JOBS: JobKinds = { reproject: reprojectJob };

/** Every resource with its routes, in the order of the documentation. Adding one is one line. */
export const RESOURCES: readonly Register[] = [
  registerArticleWire,
  registerTurnWire,
  registerQuoteWire,
  registerClaimWire,
  registerFigureWire,
  registerSourceWire,
  registerAssetWire,
  registerSearchWire,
  registerFeeds,
  registerChangeWire,
  registerChangeStream,
  registerArticleDesk,
  registerBulkDesk,
  registerInterviewDesk,
  registerTurnDesk,
  registerQuoteDesk,
  registerClaimDesk,
  registerPublishingDesk,
  registerRevisionDesk,
  registerPreviewDesk,
  registerPreviewWire,
  (app, context) => registerSourceDesk(app, context, reproject),
  (app, context) => registerFigureDesk(app, context, reproject),
  (app, context) => registerTaxonomyDesk(app, context, reproject),
  (app, context) => registerAssetDesk(app, context, reproject),
  registerWebhookDesk,
  registerAccessDesk,
  (app, context) => registerJobDesk(app, context, JOBS),
  registerImportDesk,
];
