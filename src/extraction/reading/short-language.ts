/**
 * The language of a text of a sentence or two, in which few common words stand: by words that are
 * none in English, and by letters that English does not write. Names of persons and places have
 * such words and letters too, so that one of them alone tells nothing.
 */

/** Words of the language that are no English ones. */
const TELLING: Readonly<Record<string, string>> = {
  de: 'der die das und ist nicht ein eine einen einem einer mit auf für von zu dem den des sich auch sie wir ich sind wird wurde wurden haben hatte als aus bei nach über vor zum zur noch nur mehr kein keine dass sagte sagt ihr ihre ihren seine seinen mussten gegen unter zwischen nichts uns wie im es er hat bis seit schon wenn aber oder',
  fr: 'le la les des est sont dans pour sur par plus pas une un du que qui avec elle il ils elles nous vous ont été mais leur cette ces aux se ne au et sa ses déclaré dit selon après avant sans sous entre très où je était avait fait être',
  es: 'el la los las del que en por para con una un es está están son más pero como su sus al se ha han fue fueron este esta dijo según sin sobre entre también muy ya le lo era había hay',
  it: 'il lo la gli le che di del della dei delle nel nella un una è sono ha hanno per con non più ma anche come alla al si suo sua detto secondo dopo prima senza sul sulla era questo questa',
  nl: 'de het een en van dat niet op te zijn voor met aan ook als door maar bij naar uit wordt werd werden hebben heeft had deze dit wij hij zij zei volgens na meer dan mensen geen om nog wel kan moet tegen over onder tussen',
  pt: 'os da dos das que em um uma não com para por mais na nos nas ao à se é são foi foram está disse como mas pelo pela seu sua também já sem sobre entre muito eu ele ela isso esta este pessoas',
  da: 'og det en er til på af med der som ikke har et den har blev efter fra ved også vil kan sagde siger men han hun de var over under mere end mennesker vi jeg',
  sv: 'och det en är till på av med som inte har ett den blev efter från vid också ska kan sa säger men han hon de var över under mer än vi jag att för om',
  fi: 'ja ei että se hän oli ovat mutta kun myös sekä kuin joka jotka tämä ole olivat sanoi mukaan yli alle noin vuonna voi pian ihmistä vielä jo ollut',
  pl: 'na się nie że jest od za po przez dla ale jego są był była było także który która które oraz tym według już powiedział powiedziała ponad osób jak czy',
  cs: 'na se že je jsou od za po pro ale jeho byl byla bylo také který která které podle už řekl řekla více než lidí jak není nebo až',
  sk: 'na sa že je sú od za po pre ale jeho bol bola bolo tiež ktorý ktorá ktoré podľa už povedal povedala viac než ľudí ako nie alebo až',
  sr: 'na se da je su ne za od po iz što koji koja koje nije bio bila bilo rekao rekla više od ljudi kao ali ili već sa',
  hu: 'az és hogy nem van volt egy ez de már csak meg mint vagy több azt szerint még után ki le el pedig akik ami mondta',
  tr: 've bir bu için ile da de olarak daha çok gibi olan olduğunu ancak kadar sonra göre değil ama dedi söyledi fazla kişi ne var yok artık',
  ro: 'și şi de la în că este sunt nu cu pe un din pentru care mai au fost după dar iar prin al ale lui spus peste persoane s-a',
  id: 'yang dan di ini itu dari untuk dengan tidak pada adalah dalam akan ke oleh juga mengatakan lebih orang kata telah bisa karena mereka',
};
/** Letters of the language, in words that begin with a small one. */
const LETTERS: Readonly<Record<string, string>> = {
  de: 'äöüß',
  fr: 'àâçèéêëîïôùûœ',
  es: 'áéíñóú',
  it: 'àèéìòù',
  nl: 'ëï',
  pt: 'ãõáâçéêíóôú',
  da: 'åæø',
  sv: 'åäö',
  fi: 'äö',
  pl: 'ąćęłńóśźż',
  cs: 'áčďéěíňóřšťúůýž',
  sk: 'áäčďéíĺľňóôŕšťúýž',
  sr: 'čćđšž',
  hu: 'áéíóöőúüű',
  tr: 'çğışöü',
  ro: 'ăâîșşțţ',
};
/** Words that hardly any of the other languages has. */
const ENGLISH = new Set(
  'the and that with his said have this but they she you it would about their been were which than when what our says after before from could there people year years two first of to not has its will who was is are by for as at'.split(
    ' ',
  ),
);
/** Particles between the parts of a name: “Ursula von der Leyen”. */
const PARTICLES =
  /(?<=\p{Lu}[\p{L}’'.-]*) (?:(?:de|la|las|los|del|der|den|di|da|do|dos|das|du|des|von|van|zu|el|al|y|e|ter|ten|le|af) ){1,2}(?=\p{Lu})/gu;

/** Single letters of ASCII are mostly initials and what an apostrophe cuts off. */
const WORDS = /(?:[^\P{L}a-zA-Z]|\p{L}[\p{L}\p{M}’']+)(?![\p{L}\p{M}])/gu;

const LISTS = Object.entries(TELLING).map(
  ([code, words]) => [code, new Set(words.split(' '))] as const,
);

/** The language; null where the words may as well be English. */
export function languageOfFew(text: string): string | null {
  const words = text.replace(PARTICLES, ' ').match(WORDS) ?? [];
  const small = new Set(words.map((word) => word.toLowerCase()));
  const letters = new Set(words.filter((word) => /^\p{Ll}/u.test(word)).join(''));
  const ranked = LISTS.map(([code, list]) => {
    const known = [...small].filter((word) => list.has(word)).length;
    const own = [...(LETTERS[code] ?? '')].filter((letter) => letters.has(letter)).length;
    return { code, known, score: known + Math.min(1, own) };
  });
  ranked.sort((a, b) => b.score - a.score || b.known - a.known);
  const [best] = ranked;
  if (best === undefined || best.known === 0 || best.score < 2) return null;
  const english = [...small].filter((word) => ENGLISH.has(word)).length;
  return best.score > english * 2 ? best.code : null;
}
