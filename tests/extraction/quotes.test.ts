import { describe, expect, test } from 'vitest';
import { show } from './helpers.ts';

describe('direct quotes', () => {
  test('an interrupted quotation is one quote of two pieces', () => {
    const { quotes } = show(
      '“The kiln went cold at noon,” Mira Tolvanen said. “We noticed at one.”',
    );
    expect(quotes).toEqual([
      {
        kind: 'direct',
        text: ['The kiln went cold at noon,', 'We noticed at one.'],
        mention: 'Mira Tolvanen',
        whole: null,
        name: 'Mira Tolvanen',
        verb: 'said',
        cue: null,
      },
    ]);
  });

  test('a descriptive clause between name and verb is stepped over', () => {
    const [quote] = show(
      '"The lock leaks," Jonas Weir, a ferryman who has worked here since spring, said.',
    ).quotes;
    expect(quote).toMatchObject({ mention: 'Jonas Weir', verb: 'said' });
  });

  test('an inverted verb leaves the speaker behind it', () => {
    const [quote] = show('"The lock leaks," said Jonas Weir, a ferryman.').quotes;
    expect(quote).toMatchObject({ text: ['The lock leaks,'], mention: 'Jonas Weir', verb: 'said' });
  });

  test('an addressee is not the speaker', () => {
    const [quote] = show('"The lock leaks," Jonas Weir told the Harbour Courier.').quotes;
    expect(quote).toMatchObject({ mention: 'Jonas Weir', verb: 'told' });
  });

  test('a paragraph that re-opens a quotation goes on with it', () => {
    const { quotes } = show('Jonas Weir said: “The lock leaks.\n\n“It has leaked since spring.”');
    expect(quotes).toHaveLength(1);
    expect(quotes[0]?.text).toEqual(['The lock leaks.', 'It has leaked since spring.']);
  });

  const whole: [string, string, string[]][] = [
    [
      'over the rest of its clause',
      'Jonas Weir said, “We have four more weeks to go” until the lock opens.',
      ['“We have four more weeks to go” until the lock opens'],
    ],
    [
      'over a list of quotations',
      'The keepers shouted, “Mend the lock,” and “Open the gate.”',
      ['“Mend the lock,” and “Open the gate.”'],
    ],
    [
      'over a clause behind the cue',
      '“We are worried,” the keepers wrote in a letter, that the lock “may not hold.”',
      ['“We are worried,”', 'that the lock “may not hold.”'],
    ],
    [
      'behind a clause that tells when it was said',
      '“That count,” Jonas Weir replied when it was put to him, “is a dream.”',
      ['That count,', 'is a dream.'],
    ],
  ];
  test.each(whole)('what is quoted goes on %s', (_, text, expected) => {
    expect(show(text).quotes.map((one) => one.text)).toEqual([expected]);
  });

  test('a quotation belongs to the first of two cues around it', () => {
    const { quotes } = show('Jonas Weir said, “The lock will not hold,” the Courier reported.');
    expect(quotes.map((one) => one.mention)).toEqual(['Jonas Weir']);
  });

  const cued: [string, string, string | null][] = [
    ['a noun-like verb', 'The film claims “It was never safe to cross.”', 'The film'],
    [
      'a cue with words between',
      'As Ann Lund had written just a few years earlier, “We could not have a lock like this.”',
      'Ann Lund',
    ],
    ['an infinitive', 'Jonas Weir cut in to announce, “There goes the old lock.”', 'Jonas Weir'],
  ];
  test.each(cued)('a whole quotation is taken behind %s', (_, text, mention) => {
    expect(show(text).quotes).toMatchObject([{ kind: 'direct', mention }]);
  });

  test('the title of a programme is no part of what is said', () => {
    const { quotes } = show(
      '“The lock leaks,” Ann Lund told “Morning Call” on Monday. “It is old.”',
    );
    expect(quotes.map((one) => one.text)).toEqual([['The lock leaks,', 'It is old.']]);
  });

  test('a title before its host is none either', () => {
    const { quotes } = show('“Morning Call” host Ann Lund showed that the lock leaks.');
    expect(quotes.map((one) => one.kind)).toEqual(['indirect']);
  });

  test('a title behind a comma is no quotation', () => {
    const { quotes } = show('Ann Lund helped a guest write a book, “The Lock That Never Closed.”');
    expect(quotes).toEqual([]);
  });

  const nested: [string, string, string[]][] = [
    [
      'curly marks inside curly ones',
      'Jonas Weir said: “The keepers call it “the old lady” and mend it.” He left.',
      ['The keepers call it “the old lady” and mend it.'],
    ],
    [
      'straight marks inside straight ones',
      'Jonas Weir said, "The keepers call it "the old lady" and "the hag" and mend it."',
      ['The keepers call it "the old lady" and "the hag" and mend it.'],
    ],
    [
      'but not where a straight mark only stands for the paragraph',
      '"“The lock leaks,” Jonas Weir said. “It is old.”"',
      ['“The lock leaks,', 'It is old.'],
    ],
  ];
  test.each(nested)('a quotation may hold others: %s', (_, text, expected) => {
    expect(show(text).quotes.at(-1)?.text).toEqual(expected);
  });

  test('an apostrophe opens no quotation', () => {
    const { quotes } = show("The ferrymen's boats weren't there, and the dogs' bowls were empty.");
    expect(quotes).toEqual([]);
  });

  test('nicknames, titles and scare quotes are no statements', () => {
    const { quotes } = show('The crew of the “Gull” painted the so-called “ghost pier” on Monday.');
    expect(quotes).toEqual([]);
  });

  test('single marks quote where a paper prints them so', () => {
    const [quote] = show('‘The lock leaks,’ said Jonas Weir, who mends it. ‘It’s old.’').quotes;
    expect(quote).toMatchObject({
      kind: 'direct',
      text: ['The lock leaks,', 'It’s old.'],
      mention: 'Jonas Weir',
    });
  });
});

describe('mixed and indirect speech', () => {
  test('a clause with a quoted fragment is mixed', () => {
    const [quote] = show('Jonas Weir said the lock was “beyond repair”.').quotes;
    expect(quote).toMatchObject({ kind: 'mixed', text: ['the lock was “beyond repair”'] });
  });

  test('according to, on either side of its clause', () => {
    const first = show('According to the harbour office, the lock leaks every spring.').quotes[0];
    const last = show('The lock leaks every spring, according to the harbour office.').quotes[0];
    expect(first).toMatchObject({ mention: 'the harbour office', verb: 'According to' });
    expect(last).toMatchObject({
      text: ['The lock leaks every spring'],
      mention: 'the harbour office',
    });
  });

  test('a nested chain gives a quote for each of its sources', () => {
    const { quotes } = show(
      'The news agency said that the coast guard had reported that two boats were missing.',
    );
    expect(quotes.map((quote) => quote.mention)).toEqual(['The news agency', 'the coast guard']);
  });

  test('a directive begins with the person addressed', () => {
    const [quote] = show('The mayor urged residents to boil their water.').quotes;
    expect(quote).toMatchObject({ text: ['residents to boil their water'], verb: 'urged' });
  });

  test('a verb that says nothing alone is left alone', () => {
    expect(
      show('The mayor explained the map and added salt to the soup.').quotes.map(
        (quote) => quote.kind,
      ),
    ).not.toContain('direct');
  });

  test('a second cue starts a new quote', () => {
    const { quotes } = show('The mayor said the lock was old, adding that it would be replaced.');
    expect(quotes.map((quote) => quote.verb)).toEqual(['said', 'adding']);
    expect(quotes.map((quote) => quote.mention)).toEqual(['The mayor', 'The mayor']);
  });
});

describe('speakers', () => {
  const story =
    'Harbour Minister Ilona Varga opened the lock on Monday. Varga said the gates were safe.\n\n“I swam through them,” she said.\n\n“They are safe,” the minister added.';

  test('surnames, pronouns and offices resolve to the full name', () => {
    expect(show(story).quotes.map((quote) => quote.name)).toEqual([
      'Ilona Varga',
      'Ilona Varga',
      'Ilona Varga',
    ]);
  });

  test('the role comes from the introduction', () => {
    const { raw } = show(story);
    expect(raw.quotes[1]).toMatchObject({
      speakerRole: 'Harbour Minister',
      organisation: null,
      anonymous: false,
    });
  });

  test('an official without a name is anonymous, an office is not', () => {
    const { raw } = show(
      'A senior official at the port said the lock was unsafe. The Ministry of Ports said it was safe.',
    );
    expect(raw.quotes[0]).toMatchObject({
      anonymous: true,
      speaker: { kind: 'unnamed', name: 'senior official at the port' },
    });
    expect(raw.quotes[1]).toMatchObject({
      anonymous: false,
      speaker: { kind: 'organisation', name: 'Ministry of Ports' },
    });
  });

  test('a part of a group is named by the group', () => {
    const [quote] = show('One of its ferrymen said that the lock leaks.').quotes;
    expect(quote).toMatchObject({ mention: 'One of its ferrymen', name: 'ferrymen' });
  });

  test('a quotation without any source has no speaker', () => {
    expect(show('“The lock leaks and nobody mends it.”').raw.quotes[0]?.speaker).toBeNull();
  });

  test('a relative pronoun is the mention, and its antecedent the speaker', () => {
    const [quote] = show(
      'The talks were led by Jonas Weir, who said that the lock would be mended by spring.',
    ).quotes;
    expect(quote).toMatchObject({ mention: 'who', name: 'Jonas Weir' });
  });
});

describe('what counts as said', () => {
  test('a noun alone counts after verbs of statement and of censure', () => {
    expect(show('Jonas Weir acknowledged the delay.').quotes[0]?.text).toEqual(['the delay']);
    expect(show('Jonas Weir criticized the builder.').quotes[0]?.text).toEqual(['the builder']);
  });

  test('praise and deeds are no statements', () => {
    expect(show('Jonas Weir praised the builder.').quotes).toEqual([]);
    expect(show('Jonas Weir maintained a narrow lead.').quotes).toEqual([]);
  });

  test('a comparison behind a comma is the reporter’s', () => {
    const [quote] = show(
      'Half of the ferrymen said they would strike, compared with a third in May.',
    ).quotes;
    expect(quote?.text).toEqual(['they would strike']);
  });

  test('a relative pronoun that is the subject of what was said belongs to it', () => {
    const [quote] = show('He mended the lock, which Jonas Weir said was beyond repair.').quotes;
    expect(quote?.text).toEqual(['which', 'was beyond repair']);
  });
});

describe('the whole phrase of a source', () => {
  const phrases: [string, string, string, string][] = [
    [
      'an appositive before the verb',
      'Jonas Weir, 34, a ferryman, said that the lock leaks.',
      'Jonas Weir',
      'Jonas Weir, 34, a ferryman,',
    ],
    [
      'an appositive behind an inverted verb',
      '“The lock leaks,” said Jonas Weir, a ferryman who mends it.',
      'Jonas Weir',
      'Jonas Weir, a ferryman who mends it',
    ],
    [
      'a relative clause without commas',
      'Ferrymen who mend the lock said that it leaks.',
      'Ferrymen',
      'Ferrymen who mend the lock',
    ],
    [
      'party and state',
      'Sen. Jonas Weir, R-Wis., said that the lock leaks.',
      'Sen. Jonas Weir',
      'Sen. Jonas Weir, R-Wis.,',
    ],
  ];
  test.each(phrases)('takes in %s', (_, text, mention, whole) => {
    expect(show(text).quotes[0]).toMatchObject({ mention, whole });
  });

  test('leaves out what tells of the occasion', () => {
    const [quote] = show('Jonas Weir, speaking at the quay, said that the lock leaks.').quotes;
    expect(quote).toMatchObject({ mention: 'Jonas Weir', whole: null });
  });
});

describe('subjects', () => {
  const subjects: [string, string, string][] = [
    ['a ratio', 'Six in 10 ferrymen said that the lock leaks.', 'Six in 10 ferrymen'],
    ['a part of a group', 'One of the ferrymen said that the lock leaks.', 'One of the ferrymen'],
    [
      'a pronoun that is governed',
      'Those around him said that the lock leaks.',
      'Those around him',
    ],
    [
      'the main clause of a participle',
      'In Lund, Jonas Weir went after the builder, calling him “a careless man”.',
      'Jonas Weir',
    ],
  ];
  test.each(subjects)('%s', (_, text, mention) => {
    expect(show(text).quotes[0]?.mention).toBe(mention);
  });
});

describe('the whole cue', () => {
  const cues: [string, string, string][] = [
    ['auxiliaries and adverbs', 'Jonas Weir has also said that the lock leaks.', 'has also said'],
    ['negation', 'Jonas Weir did not deny that the lock leaks.', 'did not deny'],
    ['a governing verb', 'Jonas Weir went on to say that the lock leaks.', 'went on to say'],
    ['a particle', 'Jonas Weir pointed out that the lock leaks.', 'pointed out'],
    ['a preposition', 'Jonas Weir called for the lock to be mended.', 'called for'],
    [
      'what somebody is likely to do',
      'Ferrymen were more likely to say that the lock leaks.',
      'were more likely to say',
    ],
    [
      'the adverbs of a headline',
      'Jonas Weir Just Announced That The Lock Leaks',
      'Just Announced',
    ],
    [
      'the statement that says it',
      'The council released a statement on Monday, saying that the lock leaks.',
      'released a statement on Monday, saying',
    ],
    ['a colon', 'Jonas Weir said: “The lock leaks in two places.”', 'said:'],
  ];
  test.each(cues)('takes in %s', (_, text, cue) => {
    expect(show(text).quotes[0]?.cue).toBe(cue);
  });

  test('is left out where the verb is all of it', () => {
    const { raw } = show('Later, Jonas Weir said that the lock leaks.');
    expect(raw.quotes[0]).not.toHaveProperty('verbSpans');
  });
});

describe('texts that were split into words', () => {
  test('straight marks between spaces open and close in turn', () => {
    const [quote] = show('" The lock leaks , " said Jonas Weir . " It is old . "').quotes;
    expect(quote).toMatchObject({
      kind: 'direct',
      text: ['The lock leaks ,', 'It is old .'],
      mention: 'Jonas Weir',
    });
  });

  test('a single mark between spaces opens nothing', () => {
    expect(show('The pier is 40 " long and Jonas Weir owns it .').quotes).toEqual([]);
  });
});
