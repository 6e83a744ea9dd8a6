import examples from './examples.json' with { type: 'json' };

/** What the OpenAPI document says about the service as a whole. */
export const API = {
  examples: examples as Record<string, unknown>,
  title: 'Onrecord',
  version: '1.0.0',
  description:
    'A headless news API in which everything is on the record. The wire (`/v1/…`) is public and cacheable; the desk (`/v1/desk/…`) needs a token. Errors are problem documents (RFC 9457).',
  tags: [
    { name: 'Articles', description: 'Published stories, whole or in parts.' },
    { name: 'Changes', description: 'What the public saw change, in order; to read or to follow.' },
    { name: 'Claims', description: 'What sources say figures are.' },
    { name: 'Corrections', description: 'What was wrong, and is said so.' },
    { name: 'Desk: access', description: 'Tokens, roles and the audit.' },
    { name: 'Desk: articles', description: 'Drafts and their revisions.' },
    { name: 'Desk: claims', description: 'The claims of a draft.' },
    { name: 'Desk: figures', description: 'The quantities that claims are about.' },
    { name: 'Desk: history', description: 'What an article was before, and what changed.' },
    { name: 'Desk: imports', description: 'From raw text and other systems to drafts.' },
    { name: 'Desk: interviews and turns', description: 'The conversations of a draft.' },
    { name: 'Desk: jobs', description: 'Work that goes on after its request.' },
    { name: 'Desk: previews', description: 'Links that show a draft.' },
    {
      name: 'Desk: pictures',
      description: 'Pictures, their alternative texts and their renditions.',
    },
    { name: 'Desk: publishing', description: 'The check and the workflow.' },
    { name: 'Desk: quotes', description: 'The quotes of a draft.' },
    { name: 'Desk: sections and tags', description: 'Where articles are filed.' },
    { name: 'Desk: sources', description: 'Who speaks or is cited.' },
    { name: 'Desk: webhooks', description: 'Who is told what changes, and what became of it.' },
    { name: 'Feeds', description: 'RSS, Atom, JSON Feed and sitemaps.' },
    { name: 'Figures', description: 'Quantities and their series.' },
    { name: 'Pictures', description: 'What published documents show.' },
    { name: 'Previews', description: 'Drafts, for those who hold a link.' },
    { name: 'Quotes', description: 'Who said what.' },
    { name: 'Search', description: 'Words in articles, turns, quotes and claims.' },
    { name: 'Service', description: 'Health and documentation.' },
    { name: 'Sources', description: 'Who speaks or is cited in what is published.' },
    { name: 'Turns', description: 'What was asked and answered.' },
  ],
};
