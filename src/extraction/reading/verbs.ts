/**
 * Reporting verbs and the frames in which they report. A frame is a set of letters:
 *
 * c  a clause, with or without "that", or a quotation ("said it rained")
 * s  a clause only with "that", a question word or a quotation ("suggested that it rained")
 * t  an addressee may come first ("told reporters it rained")
 * o  an object with an infinitive ("urged residents to leave")
 * i  an infinitive ("promised to leave")
 * a  an object with "as" ("described it as rain")
 * k  an object with a complement ("called it a storm")
 * b  an object with "of" or "for" ("accused him of lying")
 * n  an object alone ("denied the charge")
 * p  a prepositional object ("warned of floods"): about, of, on, for, against
 * g  a gerund ("denied lying", "suggested leaving")
 * q  only a quotation ("laughed", "went on")
 * x  a verb of thought or stance, whose object says what it is about (`attitude-verbs.ts`)
 */
export interface Cue {
  lemma: string;
  frame: string;
  form: 'base' | 's' | 'past' | 'ing';
}

const FRAMES: Readonly<Record<string, string>> = {
  c: 'say add argue claim state recount theorize blog relay recollect allege attest quip joke gush vent scoff intone sneer marvel reckon reiterate restate counter exclaim opine lament contend assert conclude remark observe interject caution profess confide divulge posit testify tweet retweet',
  cp: 'boast complain gripe grumble brag',
  cn: 'stress emphasize emphasise underscore underline acknowledge admit announce concede confirm declare explain note predict reveal disclose insist foretell',
  sn: 'highlight clarify detail outline repeat forecast foresee rule proclaim reaffirm echo illustrate estimate maintain mention',
  s2: 'write post recall',
  sp: 'respond reply answer comment retort',
  cg: 'suggest report',
  s: 'indicate hint imply signal show demonstrate find determine intimate specify surmise submit assess preach summarize',
  cto: 'tell',
  ctop: 'warn',
  sto: 'remind ask',
  ct: 'inform assure reassure notify brief',
  sto2: 'advise instruct',
  o: 'urge implore beseech exhort press order command lobby',
  so: 'beg request',
  si: 'promise vow pledge swear threaten agree',
  sni: 'demand propose recommend',
  cng: 'deny',
  as: 'describe',
  a: 'characterize characterise depict portray cast hail dismiss deride brand',
  an: 'denounce decry condemn criticize criticise blast slam praise tout laud mock ridicule assail lambaste lambast chide rebuke disparage belittle commend applaud excoriate',
  n: 'reject dispute criticise cite refute rebut',
  k: 'call label dub deem term pronounce',
  b: 'accuse blame fault thank credit congratulate scold',
  q: 'continue begin laugh shout yell scream whisper mutter cry sigh smile nod chant sing shrug snap bark roar chuckle joke groan moan shriek plead reason thunder bellow murmur mumble crow chime fire shoot deadpan quip rave riff crack sob croak chirp interrupt fume grin tease text email read start cheer crow wonder agree reflect gush enthuse chimed add',
};

const IRREGULAR: Readonly<Record<string, string>> = {
  say: 'said',
  tell: 'told',
  write: 'wrote written',
  find: 'found',
  show: 'showed shown',
  swear: 'swore sworn',
  begin: 'began begun',
  sing: 'sang sung',
  cast: 'cast',
  foresee: 'foresaw foreseen',
  read: 'read',
  shoot: 'shot',
  hold: 'held',
  think: 'thought',
  know: 'knew known',
  see: 'saw seen',
  put: 'put',
  make: 'made',
  speak: 'spoke spoken',
  stand: 'stood',
  lay: 'laid',
  bet: 'bet',
  forecast: 'forecast',
  retweet: 'retweeted',
  beseech: 'besought',
};
const DOUBLING = new Set([
  'quip',
  'admit',
  'blog',
  'dub',
  'beg',
  'brag',
  'slam',
  'nod',
  'rip',
  'snap',
  'rebut',
  'submit',
  'shrug',
  'chat',
  'sob',
  'grin',
  'plan',
  'refer',
  'spar',
]);

function addForms(table: Map<string, Cue>, lemma: string, frame: string): void {
  const put = (form: Cue['form'], word: string): void => {
    const known = table.get(word);
    const letters =
      known && known.lemma === lemma ? [...new Set(known.frame + frame)].join('') : frame;
    if (!known || known.lemma === lemma) table.set(word, { lemma, frame: letters, form });
  };
  const stem = lemma.endsWith('e')
    ? lemma.slice(0, -1)
    : DOUBLING.has(lemma)
      ? lemma + lemma.slice(-1)
      : lemma;
  const ied = /[^aeiou]y$/.test(lemma);
  put('base', lemma);
  if (ied) put('s', `${lemma.slice(0, -1)}ies`);
  else put('s', /(?:s|sh|ch|x|z|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`);
  put('ing', `${stem}ing`);
  const past = IRREGULAR[lemma]?.split(' ') ?? [ied ? `${lemma.slice(0, -1)}ied` : `${stem}ed`];
  for (const word of past) put('past', word);
}

/** All forms of the verbs, which are listed by frame. */
export function buildTable(frames: Readonly<Record<string, string>>): ReadonlyMap<string, Cue> {
  const table = new Map<string, Cue>();
  for (const [frame, lemmas] of Object.entries(frames)) {
    for (const lemma of lemmas.split(' '))
      if (lemma) addForms(table, lemma, frame.replace(/\d/, ''));
  }
  return table;
}

const TABLE = buildTable(FRAMES);

/** The cue that a lower-case word is, if it is one. */
export function findCue(word: string): Cue | undefined {
  return TABLE.get(word);
}

/** Forms that are nouns as often as verbs: only a verb's tag makes them a cue. */
export const NOUN_LIKE = new Set(
  'claim claims report reports note notes comment comments estimate estimates state states promise promises pledge pledges warning remark remarks answer answers question questions request requests demand demands order orders offer offers challenge challenges address addresses post posts tweet tweets vow vows threat detail details signal signals account counter press brief reference references credit text email cast rule attack attacks praise blame fault brand find finds finding shows show term terms label labels call calls forecast forecasts submit mock cheer cry laugh shot read reads direct command lobby express reason reveal details cite repeat request sign account voice host caution stress recall joke jokes boast complaint contract crack fire snap start bark savage outline address rail echo echoes support supports plan plans hope hopes fear fears doubt doubts view views regard regards mention mentions want wants blast blasts worry worries thank thanks fret root roots push veto side sides vote votes stand play rule'.split(
    ' ',
  ),
);
