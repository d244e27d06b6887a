import { describe, expect, it } from 'vitest';
import { explained } from './explained.ts';

/** Date, text, words, and the actor that they stand for, several joined by +, `in X` for the place X, or `nobody`. */
type Case = readonly [date: string, text: string, words: string, meant: string];

const TABLES: Readonly<Record<string, readonly Case[]>> = {
  'a former office is that of the person named before': [
    [
      '2022-03-01',
      "Sebastian Kurz left. Austria's former chancellor is in Spain.",
      "Austria's former chancellor",
      'per:sebastian-kurz',
    ],
    [
      '2022-03-01',
      "Sebastian Kurz left. Germany's former chancellor is in Spain.",
      "Germany's former chancellor",
      'DEU.ELI',
    ],
    [
      '2022-03-01',
      'Sebastian Kurz left. A former Austrian chancellor died.',
      'A former Austrian chancellor',
      'AUT.ELI',
    ],
  ],
  'an office in what is told of a past day is its holder then': [
    ['2023-03-17', 'In 2018, the US president met Kim Jong-un.', 'the US president', 'per:donald-trump'],
    ['2023-03-17', 'Kim Jong-un met the then US president in 2018.', 'the then US president', 'per:donald-trump'],
    ['2023-03-17', 'The visit of the US president in 2018 failed.', 'the US president', 'per:donald-trump'],
    ['2023-03-17', 'In 2018, Kim asked that the US president leave.', 'the US president', 'per:donald-trump'],
    ['2023-03-17', 'The US president condemned the 2018 poisonings.', 'The US president', 'per:joe-biden'],
    ['2023-03-17', 'Kim spoke in 2018 and will meet the US president.', 'the US president', 'per:joe-biden'],
    ['2023-03-17', 'Back in 2018 the US president met Kim.', 'the US president', 'per:donald-trump'],
    ['2023-03-17', 'The US president was born in 1942.', 'The US president', 'per:joe-biden'],
    ['2023-03-17', 'The US president was elected in 2020.', 'The US president', 'per:joe-biden'],
    ['2023-03-17', 'The US president took office in 2021.', 'The US president', 'per:joe-biden'],
    ['2023-03-17', 'In 2014, the Ukrainian president fled.', 'the Ukrainian president', 'UKR.GOV/head-of-state'],
  ],
  'a group whose name holds its article opens a text': [
    ['2024-05-05', 'The allies met in Paris.', 'The allies', 'grp:allies'],
    [
      '2024-05-05',
      'In Paris the international community met.',
      'the international community',
      'grp:international-community',
    ],
  ],
  'a name behind two offices is that of the first, unless it is known to hold the second': [
    ['2024-05-05', 'An aide to the Belgian foreign minister, Jan Willems, left.', 'An aide', 'per:jan-willems'],
    [
      '2024-05-05',
      'An aide to the Belgian foreign minister, Jan Willems, left.',
      'the Belgian foreign minister',
      'per:hadja-lahbib',
    ],
    ['2024-05-05', 'The envoy of the president, Emmanuel Macron, left.', 'the president', 'per:emmanuel-macron'],
  ],
  'a son is another person than the father whom the base knows, unless it names him so': [
    ['2025-03-10', 'Donald Trump Jr. met Kuleba. Trump Jr. left.', 'Donald Trump Jr.', 'per:donald-trump-jr'],
    ['2025-03-10', 'Donald Trump Jr. met Kuleba. Trump Jr. left.', 'Trump Jr.', 'per:donald-trump-jr'],
    ['2025-03-10', 'Donald Trump met Kuleba. Trump Jr. left.', 'Trump Jr.', 'per:trump-jr'],
    ['2025-03-10', 'Donald Trump, Jr., met Kuleba.', 'Donald Trump, Jr.', 'per:donald-trump-jr'],
    ['2025-03-10', 'Donald Trump met Kuleba.', 'Donald Trump', 'per:donald-trump'],
    ['2025-03-10', 'Ferdinand Marcos Jr. met Wang Yi.', 'Ferdinand Marcos Jr.', 'per:ferdinand-marcos-jr'],
    ['2025-03-10', 'President Marcos Jr. met Wang Yi.', 'Marcos Jr.', 'per:ferdinand-marcos-jr'],
    ['2022-03-10', 'President Joseph R. Biden Jr. met Wang Yi.', 'Joseph R. Biden Jr.', 'per:joe-biden'],
    ['2022-03-10', 'Secretary Lloyd J. Austin III met Wang Yi.', 'Lloyd J. Austin III', 'per:lloyd-austin'],
  ],
  'those nations are the ones of the list right before': [
    [
      '2005-08-09',
      'Donald Rumsfeld spoke of arms from Syria and Iran. Rumsfeld said those nations want no peace.',
      'those nations',
      'SYR + IRN',
    ],
    [
      '2005-08-09',
      'Donald Rumsfeld met the ministers of Syria, Iran and Jordan and praised those three countries.',
      'those three countries',
      'SYR + IRN + JOR',
    ],
    [
      '2005-08-09',
      'Syria and Iran signed a pact with Iraq. Bush left. Putin left. Bush said these nations were friends.',
      'these nations',
      'USA + RUS',
    ],
  ],
  'several names behind one title are named together': [
    [
      '2020-01-10',
      'Sameh Shoukry and his Greek and French counterparts, Nikos Dendias and Jean-Yves Le Drian, met. They left.',
      'They',
      'per:sameh-shoukry + per:nikos-dendias + per:jean-yves-le-drian',
    ],
  ],
  'a state in two words may share the second with the next': [
    ['2019-05-05', 'North and South Korea agreed to hold talks.', 'North', 'PRK'],
    ['2019-05-05', 'North and South Sudan agreed to hold talks.', 'North', 'nobody'],
  ],
  'a body of the state is of the state that it is in': [
    ['2023-09-05', 'France condemned the junta in Niger.', 'the junta in Niger', 'NER'],
    ['2023-09-05', 'France closed the embassy in Niger.', 'the embassy', 'FRA.GOV.EMB'],
  ],
  'an acronym in brackets names the capitals before it, whatever else it may stand for': [
    ['2022-09-05', 'The Sahel Peace Assembly (SPA) left. The SPA is new.', 'SPA', 'org:sahel-peace-assembly'],
    ['2022-09-05', 'The reporters left Riyadh. The SPA is new.', 'SPA', 'org:saudi-press-agency'],
  ],
  'the head of an organisation is who leads it': [
    ['2021-10-10', 'The head of the IAEA left.', 'The head of the IAEA', 'per:rafael-grossi'],
    ['2021-10-10', 'A head of the IAEA left.', 'A head of the IAEA', 'igo:iaea'],
  ],
  'an unnamed source is also his pronouns': [
    ['2023-09-05', 'The minister said the talks failed. He praised Poland.', 'He', 'grp:minister'],
  ],
  'another spelling of a well-known family name': [
    ['2022-09-05', 'President Lukashenka praised Russia.', 'Lukashenka', 'per:alexander-lukashenko'],
    ['2022-09-05', 'The Asad regime bombed Aleppo.', 'The Asad regime', 'SYR'],
  ],
  'PA is the Palestinian Authority where Palestinians are spoken of': [
    ['2022-09-05', 'The PA rejected the plan for Gaza.', 'PA', 'org:palestinian-authority'],
    ['2022-09-05', 'The PA rejected the plan.', 'PA', 'nobody'],
  ],
  'the forces and services of a state are not one of them': [
    ['2024-03-01', 'Russian forces shelled Kharkiv.', 'Russian forces', 'RUS.MIL'],
    ['2024-03-01', 'The Quds Force struck Israel.', 'Quds Force', 'IRN.quds-force'],
    ['2024-03-01', 'Russian intelligence tracked him.', 'Russian intelligence', 'RUS.SPY'],
    ['2024-03-01', 'The SVR tracked him.', 'SVR', 'RUS.foreign-intelligence-service'],
  ],
  'an acronym in capitals is no verb': [
    ['2016-03-01', 'Fighters loyal to IS attacked a base in Iraq.', 'IS', 'grp:isis'],
    ['2016-03-01', 'IS seized the town.', 'IS', 'grp:isis'],
    ['2016-03-01', 'Turkey IS not a member.', 'IS', 'nobody'],
    ['2016-03-01', 'TURKEY IS LEAVING IRAQ.', 'IS', 'nobody'],
  ],
  'a city that looks like a person or body is a place where its state is named': [
    ['2025-01-28', 'Congo said that rebels entered Goma on Monday.', 'Goma', 'in Goma'],
    ['2025-01-28', 'Spain said that President Goma had resigned.', 'Goma', 'per:goma'],
  ],
  'the region in Greece is not the state': [
    [
      '2011-05-05',
      'Police searched houses in Macedonia, the region around Thessaloniki.',
      'Macedonia',
      'in Greek Macedonia',
    ],
    ['2011-05-05', 'Athens blocked the accession of Macedonia to NATO.', 'Macedonia', 'MKD'],
  ],
  'short titles stand before names': [
    ['2023-03-02', 'FM Lavrov arrived in New Delhi.', 'Lavrov', 'per:sergey-lavrov'],
    ['2023-03-02', 'Jaishankar hosted FM Qin Gang.', 'Qin Gang', 'per:qin-gang'],
    ['2022-12-02', 'SecGen Stoltenberg and UNSG Guterres spoke.', 'Guterres', 'per:antonio-guterres'],
    ['2022-12-02', 'The Russian MFA summoned the Polish ambassador.', 'The Russian MFA', 'RUS.GOV.MFA'],
    ['2022-12-02', 'Poland will open talks at 5 PM Monday.', 'PM', 'nobody'],
  ],
  'a form of state belongs to the name of the state': [
    ['2017-12-02', 'The Republic of South Korea signed the pact.', 'Republic of South Korea', 'KOR'],
  ],
  'two nouns share the state behind them': [
    ['2017-12-02', 'We thank the government and people of Kenya.', 'the government', 'KEN'],
    ['2017-12-02', "We thank Uganda's government and people of Kenya.", "Uganda's government", 'UGA'],
  ],
  'the capital of a state is the place, or the state as a party': [
    ['2022-11-02', 'Talks in the Russian capital ended.', 'the Russian capital', 'in Moscow'],
    ['2022-11-02', 'The Russian capital is angry with Spain.', 'The Russian capital', 'RUS'],
  ],
  'a city is found in the state that is named after it': [
    ['2023-08-28', 'He will travel to Hanoi, Vietnam on Friday.', 'Hanoi, Vietnam', 'in Hanoi'],
    ['2023-08-28', 'They met in Nowhereville, Vietnam on Friday.', 'Nowhereville, Vietnam', 'in Nowhereville, Vietnam'],
  ],
  'what is second in a list belongs to the first': [
    [
      '2021-11-02',
      'Secretary Blinken announced sanctions on President Putin and his enablers.',
      'his',
      'per:vladimir-putin',
    ],
    ['2021-11-02', 'President Putin announced sanctions on Poland in his speech.', 'his', 'per:vladimir-putin'],
  ],
  'a pronoun is no country': [['2023-03-02', 'The governor of Ohio met us.', 'us', 'nobody']],
  'groups of states have names': [
    ['2017-07-02', 'The Gulf states cut ties with Qatar.', 'The Gulf states', 'grp:gulf-states'],
  ],
  'whoever is ousted or killed held the office until then': [
    ['2021-07-08', "Haiti's president was shot dead at home.", "Haiti's president", 'per:jovenel-moise'],
    ['2013-07-05', 'The Egyptian president was removed by the army.', 'The Egyptian president', 'per:mohamed-morsi'],
    ['2013-07-05', 'The Egyptian president met the army.', 'The Egyptian president', 'per:adly-mansour'],
    ['2013-09-05', 'The Egyptian president was removed by the army.', 'The Egyptian president', 'per:adly-mansour'],
  ],
  'a leader of the day is known by the family name, whatever the core takes it for': [
    ['2010-11-24', 'Medvedev and Tusk will inspect the site.', 'Tusk', 'per:donald-tusk'],
    ['2017-05-11', 'Theresa May said in May that Britain would stay.', 'May', 'nobody'],
  ],
  'the words of a title are nobody apart from its holder': [
    ['2016-10-12', 'The UN secretary-general said he was appalled.', 'he', 'per:ban-ki-moon'],
  ],
  'a shorter name is the longer one whose state and day fit': [
    [
      '2020-09-24',
      "Kuwait's foreign minister, Ahmad Nasser al-Sabah, left.",
      'Ahmad Nasser al-Sabah',
      'per:ahmad-nasser-al-mohammed-al-sabah',
    ],
    [
      '2020-09-24',
      "Oman's foreign minister, Ahmad Nasser al-Sabah, left.",
      'Ahmad Nasser al-Sabah',
      'per:ahmad-nasser-al-sabah',
    ],
  ],
};

describe.each(Object.entries(TABLES))('%s', (_, cases) => {
  it.each(cases)('%s: %s “%s” is %s', async (date, text, words, meant) => {
    const mention = await explained(text, words, date);
    if (meant === 'nobody') expect(mention?.actors ?? []).toEqual([]);
    else if (meant.startsWith('in ')) expect(mention?.place).toBe(meant.slice(3));
    else expect(mention?.actors.join(' + ')).toBe(meant);
  });
});
