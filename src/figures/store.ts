import { createReferenceStore, type ReferenceRow } from '../core/references/store.ts';

export type FigureRow = ReferenceRow<'figure'>;

export const figureStore = createReferenceStore('figure');
