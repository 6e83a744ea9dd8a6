/** Forms of verbs that claims are worded with: "killing" → killed, "rose" → rise, "cost" → cost. */

/** Base, past and participle of verbs that build them irregularly. */
const IRREGULAR_LIST =
  'lose lost lost,win won won,buy bought bought,bring brought brought,catch caught caught,sell sold sold,tell told told,send sent sent,spend spent spent,pay paid paid,keep kept kept,leave left left,lead led led,meet met met,make made made,find found found,build built built,shoot shot shot,cut cut cut,put put put,set set set,shut shut shut,let let let,hit hit hit,hold held held,take took taken,give gave given,see saw seen,know knew known,show showed shown,drive drove driven,steal stole stolen,break broke broken,write wrote written,speak spoke spoken,choose chose chosen,freeze froze frozen,throw threw thrown,draw drew drawn,wear wore worn,tear tore torn,fall fell fallen,rise rose risen,beat beat beaten,eat ate eaten,hide hid hidden,forget forgot forgotten,go went gone,do did done,run ran run,come came come,become became become,strike struck struck,sweep swept swept,deal dealt dealt,feed fed fed,flee fled fled,seek sought sought,fight fought fought,burn burned burned,grow grew grown,lend lent lent,lay laid laid,feel felt felt,hear heard heard,teach taught taught,get got got,stand stood stood,sink sank sunk,shrink shrank shrunk,begin began begun,ship shipped shipped,commit committed committed,admit admitted admitted,drop dropped dropped,rob robbed robbed,plan planned planned,ban banned banned,trap trapped trapped,strip stripped stripped,grab grabbed grabbed';

const PARTICIPLES: ReadonlyMap<string, string> = new Map(
  IRREGULAR_LIST.split(',').flatMap((line): [string, string][] => {
    const [base = '', past = '', participle = ''] = line.split(' ');
    return [base, past, participle].map((form): [string, string] => [form, participle]);
  }),
);

/** The past participle of any form of a verb: what is said of that which the verb was done to. */
export function participleOf(form: string): string {
  const known = PARTICIPLES.get(form);
  if (known) return known;
  // "repay", "withdraw", "overtake": built like the verb behind the prefix.
  const [, prefix, stem] = /^(re|over|under|out|with|mis|fore)(\w{3,})$/.exec(form) ?? [];
  const inner = prefix && stem ? PARTICIPLES.get(stem) : undefined;
  if (inner) return `${prefix}${inner}`;
  if (/ed$/.test(form)) return form;
  if (/ing$/.test(form)) {
    const stem = form.slice(0, -3);
    return (
      PARTICIPLES.get(stem) ??
      PARTICIPLES.get(`${stem}e`) ??
      PARTICIPLES.get(stem.slice(0, -1)) ??
      regular(stem)
    );
  }
  if (/[^aeiou]ies$/.test(form)) return `${form.slice(0, -3)}ied`;
  if (/(?:ss|sh|ch|x|z)es$/.test(form)) return `${form.slice(0, -2)}ed`;
  if (/[^s]s$/.test(form)) return PARTICIPLES.get(form.slice(0, -1)) ?? regular(form.slice(0, -1));
  return regular(form);
}

function regular(stem: string): string {
  if (/e$/.test(stem)) return `${stem}d`;
  return /[^aeiou]y$/.test(stem) ? `${stem.slice(0, -1)}ied` : `${stem}ed`;
}

const RISE =
  /^(?:rise|rises|rose|risen|rising|up|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|increas(?:e|es|ed|ing)|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|grow|grows|grew|grown|growing|rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?|higher)$/;
const FALL =
  /^(?:fall|falls|fell|fallen|falling|down|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|slump(?:s|ed|ing)?|plung(?:e|es|ed|ing)|slid|slides?|slip(?:s|ped|ping)?|shrank|shrunk|shrinks?|lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|tumbl(?:e|es|ed|ing)|sank|plummet(?:s|ed|ing)?|thinn?(?:s|ed|ing)?)$/;

/** "rise" or "fall" for a verb or adverb of change, "cut", "gain", "loss" for their own; else null. */
export function changeNoun(form: string): string | null {
  if (RISE.test(form)) return 'rise';
  if (FALL.test(form)) return 'fall';
  if (/^(?:cut|cuts|cutting|slash(?:es|ed|ing)?|trim(?:s|med|ming)?)$/.test(form)) return 'cut';
  if (/^(?:gain(?:s|ed|ing)?|add(?:s|ed|ing)?|advanc(?:e|es|ed|ing))$/.test(form)) return 'gain';
  return /^(?:los(?:e|es|t|ing)|shed(?:s|ding)?)$/.test(form) ? 'loss' : null;
}

/** Verbs whose subject is what the figure measures: "turnout was", "the price reached". */
const LEVEL =
  /^(?:is|are|was|were|be|been|being|'s|'re|stands?|stood|standing|remain(?:s|ed|ing)?|reach(?:es|ed|ing)?|hit|hits|hitting|total(?:s|ed|led|ling)?|averag(?:e|es|ed|ing)|exceed(?:s|ed|ing)?|amount(?:s|ed|ing)?|number(?:s|ed|ing)?|measur(?:e|es|ed|ing)|weigh(?:s|ed|ing)?|com(?:e|es|ing)|came|ris(?:e|es|en|ing)|rose|fall(?:s|en|ing)?|fell|grow(?:s|n|ing)?|grew|jump(?:s|ed|ing)?|slow(?:s|ed|ing)?|shrinks?|shrank|shrunk|drop(?:s|ped|ping)?|climb(?:s|ed|ing)?|gain(?:s|ed|ing)?|trad(?:e|es|ed|ing)|range(?:s|d)?|ranging|ends?|ended|clos(?:e|es|ed|ing)|open(?:s|ed|ing)?|lasts?|lasted|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|slipp?(?:s|ed|ing)?|slid|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|plung(?:e|es|ed|ing)|plummet(?:s|ed|ing)?|doubl(?:e|es|ed|ing)|swell(?:s|ed|ing)?|eas(?:e|es|ed|ing)|edg(?:e|es|ed|ing)|tumbl(?:e|es|ed|ing)|sank|tops?|topped|topping|pass(?:es|ed|ing)?|account(?:s|ed|ing)?|mov(?:e|es|ed|ing)|go|goes|went|gone|going|thinned|spans?|spanned|extends?|extended)$/;

export function isLevelVerb(form: string): boolean {
  return LEVEL.test(form);
}

const NOUNS: readonly (readonly [RegExp, string])[] = [
  [/^costs?$|^costing$/, 'cost'],
  [/^(?:fetch(?:es|ed)?|sells?|retails?|retailed)$/, 'price'],
  [/^(?:pay|pays|paid|paying)$/, 'payment'],
  [/^invest(?:s|ed|ing)?$/, 'investment'],
  [/^borrow(?:s|ed|ing)?$/, 'loan'],
  [/^(?:spend|spends|spent|spending)$/, 'spending'],
  [/^earn(?:s|ed|ing)?$/, 'earnings'],
  [/^(?:owe|owes|owed|owing)$/, 'debt'],
  [/^(?:los(?:e|es|t|ing))$/, 'loss'],
  [/^donat(?:e|es|ed|ing)$/, 'donation'],
];

/** The noun for an amount of money that a verb has as its object: "cost", "payment"; null if none. */
export function amountNoun(form: string): string | null {
  return NOUNS.find(([pattern]) => pattern.test(form))?.[1] ?? null;
}
