/** The thread that writes long articles in other formats; `writer.ts` asks it. */
import { answerJobs } from '../core/thread.ts';
import type { Article } from './surroundings.ts';
import { write } from './write.ts';
import type { Writing } from './writer.ts';

answerJobs<Writing>(({ document, around, format }) =>
  write(JSON.parse(document) as Article, around, format),
);
