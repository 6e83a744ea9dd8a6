/** Word lists of the trade: titles, offices, bodies, given names. Written by hand, lower case. */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const MALE_TITLES = set(
  'mr mr. sir lord king prince father brother rev. imam rabbi sheikh baron count duke maître don señor monsieur herr',
);
export const FEMALE_TITLES = set(
  'mrs mrs. ms ms. miss dame lady queen princess sister madame madam baroness countess duchess señora frau',
);
export const HONORIFICS = set(
  'mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady prof prof. professor rev rev. hon hon. father sister brother mzee maître judge justice imam rabbi sheikh president senator sen sen. rep rep. gov gov. gen gen. maj maj. col col. lt lt. sgt sgt. capt capt. cmdr cmdr. adm adm. brig brig. cpl cpl. general colonel major captain lieutenant sergeant admiral commander king queen prince princess pope cardinal archbishop bishop',
);

/** Nouns that name an office, a job or a function of a person. */
export const ROLE_NOUNS = set(`
minister president governor mayor statistician spokesman spokeswoman spokesperson secretary chief director head chairman chairwoman chairperson chair leader
senator congressman congresswoman representative lawmaker legislator deputy councillor councilman councilwoman alderman lawyer attorney solicitor barrister judge justice prosecutor
general colonel captain commander lieutenant sergeant admiral major officer official analyst expert professor doctor economist scientist researcher
engineer manager editor reporter correspondent journalist columnist author writer historian activist campaigner organizer organiser strategist consultant adviser advisor aide ambassador envoy
diplomat commissioner inspector investigator detective sheriff marshal superintendent principal teacher lecturer student nurse surgeon physician epidemiologist virologist hydrologist
geologist glaciologist climatologist meteorologist forecaster biologist chemist physicist astronomer psychologist sociologist demographer pollster strategist founder co-founder
owner partner executive ceo cfo coo president-elect candidate nominee challenger incumbent treasurer trader banker broker investor farmer fisherman driver worker
operator pilot coach player trainer referee captain director-general coordinator administrator assistant associate fellow scholar dean chancellor rector provost
bishop archbishop priest pastor imam rabbi cardinal pope king queen prince princess premier chancellor vice-president undersecretary negotiator mediator observer monitor
witness survivor victim resident neighbour neighbor widow mother father brother sister son daughter wife husband uncle aunt cousin grandson granddaughter grandfather grandmother
ranger firefighter paramedic medic midwife pharmacist veterinarian grower shopkeeper baker butcher carpenter cook chef waiter cleaner guard soldier veteran refugee
member critic supporter opponent colleague boss midwife counsel magistrate coroner auditor accountant actuary actor actress singer musician artist filmmaker producer
delegate chairwoman whip speaker ombudsman regulator trustee curator librarian archivist architect planner developer programmer designer inspector-general paymaster
warden rector shepherd miner trucker conductor stationmaster harbourmaster skipper crewman sailor seaman official's source insider employee staffer staff campaigner`);

/** Role nouns of offices that one person holds: a definite description of one is not anonymous. */
export const OFFICE_NOUNS = set(
  'minister president governor mayor secretary chief director head chairman chairwoman chair leader premier chancellor pope king queen ambassador commissioner sheriff superintendent principal dean rector speaker ceo prime',
);

/** Last or only words of names of bodies. */
export const BODY_NOUNS = set(`
ministry department agency office service commission committee council board bureau administration authority government parliament senate congress assembly house court tribunal
party union federation association organization organisation society institute institution university college school academy hospital clinic foundation fund trust charity group company corporation
corp inc ltd plc firm bank times post news journal herald tribune gazette courier guardian observer reuters press network radio television channel magazine review station broadcaster
army navy force forces guard police troops military command corps brigade regiment battalion militia junta coalition alliance league club team bloc mission operator provider insurer
campaign cabinet directorate secretariat directorate centre center laboratory observatory survey museum church diocese synod conference programme program project watchdog regulator
airline airport port railway utility supplier manufacturer retailer exchange monitor cross crescent watch international conservancy partnership partners holdings industries
prosecutors authorities judiciary defence defense prefecture municipality county city council kremlin pentagon nato un ecowas unicef unhcr opec fbi cia nsa kcna interpol europol
securities chamber canton canton register registry cabinet legislature embassy consulate tabloid newspaper network operator cooperative syndicate consortium panel task taskforce squad crew brigade`);

/** Bodies of the state that text names without a proper name. */
export const GENERIC_BODIES = set(
  'police army navy military prosecutors judges magistrates jurors authorities government ministry department parliament court tribunal council commission agency cabinet administration treasury prefecture municipality defence prosecution junta regime embassy union company firm club party campaign committee coalition operator service office',
);

/** Last words of names of sports clubs. */
export const CLUB_NAMES = set(
  'rovers united wanderers athletic albion hotspur villa rangers fc afc',
);

/** Sources that are documents: not persons, never anonymous. */
export const DOCUMENTS = set(
  'report study survey poll paper papers communiqué communique memo document documents statement letter email e-mail article book analysis data figures statistics records filing filings release video tape transcript indictment verdict ruling law bill resolution audit review census census study index bulletin newspaper editorial website dispatch forecast estimate estimates table tables list lists',
);

export const DEMONYM = /(?:an|ian|ese|ish|ch|i|ic|ean|man|eek|iss|iot|ote|aeli|raqi|akistani)$/;

export const MALE_NAMES = set(`
james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary
nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle walter ethan jeremy harold
keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell elijah louis bobby philip
johnny bernie ted marco barack bill mike bob jim tom dan steve chris ben sam rick nick greg jeff matt tim ken ron don ray fred pete dave doug phil mitt jeb rand newt karl hans otto jens lars sven erik olaf nils anders pierre
jean luc michel jacques henri claude andré françois olivier antoine pedro carlos miguel luis jorge diego javier fernando rafael manuel antonio francisco pablo mario giovanni giuseppe marco luca paolo matteo stefano salvo
ivan vladimir dmitry sergei alexei mikhail nikolai boris igor oleg pavel viktor andrei yuri anatoliy arkady mohammed muhammad mohammad ahmed ali hassan hussein omar ibrahim yusuf khalid abdullah mustafa kwame kofi
hiroshi kenji takashi wei ming jun hao raj amit vijay sanjay arjun tomás josé filip jakub levan zurab rolf bruno geoffrey duncan milton limbani gilbert tony ross rómulo josephat hussein nuno neil graham nigel hugh`);
export const FEMALE_NAMES = set(`
mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen
amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith
megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany
charlotte marie kayla alexis lori hillary ivanka melania carly elena irina olga natalia svetlana tatiana larysa halyna oksana sofia lucía ana carmen isabel rosa rosalía pilar dolores fatima aisha zeinab khadija amina leila
yasmin ingrid astrid sigrid greta heidi ursula petra sabine claudia monika camille claire véronique hélène odile sylvie nathalie yuki akiko naomi mei ling priya anita sunita tea dana ines imogen shirin farida maureen brooke
bettina enza orsola hedda florence jelka tamanda esnart wanjiru adaeze clarisse ottilie hawa ilse alicia yadira`);

/** Words that end or begin names of places. */
export const PLACE_NOUNS = set(
  'road street avenue square bridge river lake mountain mountains valley island islands sea ocean bay gulf coast east west province county city town village airport station park hill hills beach desert peninsula strait canal district region republic kingdom states emirates territory territories quarter boulevard lane plaza tower forest plateau border',
);
