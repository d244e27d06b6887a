import { beforeAll, describe, expect, it } from 'vitest';
import { openToolkit, readReport, type Toolkit } from '../../src/pipeline.ts';
import { makeReport } from '../../src/read/index.ts';

let toolkit: Toolkit;

beforeAll(async () => {
  toolkit = await openToolkit();
});

/** The events of a short report, one a line: type, status, parties by country or id, and the days where `dated`. */
async function eventsOf(
  text: string,
  { published = '2023-05-12', outlet = '', dated = false } = {},
): Promise<string[]> {
  const report = makeReport({ text, published, source: 'test', ...(outlet ? { outlet } : {}) });
  const { record } = await readReport(report, toolkit);
  const named = (ids: readonly string[]) =>
    ids.map((id) => record.actors.find((actor) => actor.id === id)?.country ?? id).join('+');
  return record.events.map(
    ({ type, status, actors, recipients, time }) =>
      `${type} ${status} ${named(actors)} > ${named(recipients)}${dated ? ` ${time.from} ${time.to}` : ''}`,
  );
}

const TABLES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'a group is told by its members': [
    ['Many countries boycotted the talks, including Russia and Iran.', 'REJECT occurred RUS+IRN > '],
    ['Washington urged allies such as Japan to join the embargo.', 'REQUEST occurred USA > JPN'],
  ],
  'whoever stands beside a party is one': [
    ['Kenya accused Sudan, along with Ethiopia, of arming the rebels.', 'ACCUSE occurred KEN > SDN+ETH'],
  ],
  'a list shares what stands before or behind it': [
    ['Canada stands in solidarity with the government and people of Ukraine.', 'SUPPORT occurred CAN > UKR+UKR'],
    ['Canada imposed sanctions on Iranian individuals and entities.', 'SANCTION occurred CAN > IRN+IRN'],
    ['Turkish troops and rebels clashed near the border.', 'ASSAULT occurred TUR > grp:rebels'],
  ],
  'whoever suffers from a state, or judges it, is none of its people': [
    ['Ukraine rescued victims of the Russian earthquake.', 'AID occurred UKR > grp:victims'],
  ],
  'a place makes its state the doer of what lives there, not of guests': [
    ['Miners in Zambia went on strike.', 'PROTEST occurred ZMB > '],
    ['An assembly of ministers in Cairo denounced Iran.', 'ACCUSE occurred grp:ministers > IRN'],
  ],
  'what is excepted is no party': [
    ['Kenya praised the members of the club with the exception of Uganda.', 'SUPPORT occurred KEN > grp:members'],
  ],
  'nobody acts against another for what he did himself': [
    ['Kenya imposed sanctions on Sudan over its attack on Chad.', 'ASSAULT occurred SDN > TCD'],
    ['Kenya will expel Sudanese envoys in response to their attack on Chad.', 'ASSAULT occurred SDN > TCD'],
  ],
  'a plan reaches what is announced, and not what has led to it': [
    ['Kenya said that it would announce sanctions on Sudan.', 'SANCTION planned KEN > SDN'],
    ['Kenya and Chad will meet on Monday because of the Sudanese attack on Libya.', 'ASSAULT occurred SDN > LBY'],
  ],
  'whoever did what the noun says, in a phrase or a participle, is meant': [
    ['Kenya praised the assistance provided by Norway.', 'SUPPORT occurred KEN > NOR'],
    ['Kenya voiced gratitude for the help of the government of Norway.', 'SUPPORT occurred KEN > NOR'],
    ['Kenya rejected the claims made by Sudan.', 'STATEMENT occurred KEN > SDN'],
  ],
  'whoever only passes on what is said demands nothing by it': [
    ['Kenya must withdraw its troops, Sudan said.', 'REQUEST occurred SDN > KEN'],
  ],
  'a set in capitals is opened too': [
    [
      'Foreign Minister Baerbock met Foreign Minister Kuleba. The two Ministers shared the concern and confirmed that they will help.',
      'STATEMENT occurred DEU+UKR > ',
    ],
  ],
  'a known happening brings the other side that nobody names': [
    ["Kenya condemned Russia's full-scale invasion in 2022.", 'ASSAULT occurred RUS > UKR'],
    ["Kenya condemned Sudan's full-scale invasion in 2022.", 'ASSAULT occurred SDN > '],
  ],
  'where somebody is expelled from tells who did it': [
    ['Three envoys from Norway were expelled from Belarus.', 'SANCTION occurred BLR > NOR'],
  ],
  'what is sent is no receiver': [['Iran sent weapons and fighters to Syria.', 'AID occurred IRN > SYR']],
  'the state behind a name is its title’s': [
    ['Canada met President John Smith of Kenya on Monday.', 'CONSULT occurred CAN > KEN'],
  ],
  'a longer name goes before one that begins earlier': [
    ['Canada joined the Gulf Cooperation Council.', 'AGREE occurred CAN > igo:gcc'],
    ['Canada urged Gulf states to condemn Iran.', 'REQUEST occurred CAN > grp:gulf-states'],
  ],
  'an act is aimed at whoever did what it is about': [
    ['Iran launched an attack on Iraq. France condemned the attack.', 'ACCUSE occurred FRA > IRN'],
    ['Sergei Lavrov said "Poland is a puppet". Germany condemned the remarks.', 'ACCUSE occurred DEU > RUS'],
    ['Iran fired missiles at a base in Iraq on Sunday. France condemned these strikes.', 'ACCUSE occurred FRA > IRN'],
    [
      'Kenya joined its allies in condemnation of the attack against the tanker. It was Iran that conducted this attack.',
      'ACCUSE occurred KEN > IRN',
    ],
  ],
  'whoever is helped or guards himself against a deed is its other side': [
    ['Norway stands with Georgia in the face of Russian aggression.', 'ASSAULT occurred RUS > GEO'],
    ['Ukraine defended itself against Russian attacks.', 'ASSAULT occurred RUS > UKR'],
    ['France expressed its support for Armenia against Azerbaijani attacks.', 'ASSAULT occurred AZE > ARM'],
    // what is only welcomed or refused is nobody's victim
    ['Poland welcomed the resolution against the Russian invasion.', 'ASSAULT occurred RUS > UKR'],
  ],
  'talks that brought nothing were held all the same': [
    ['Talks between Russia and Ukraine produced no breakthrough.', 'CONSULT occurred RUS > UKR'],
    ['Talks between Russia and Ukraine will bring no peace.', 'CONSULT planned RUS > UKR'],
    ['No talks between Russia and Ukraine were held.', 'CONSULT negated RUS > UKR'],
    ['Talks between Russia and Ukraine did not take place.', 'CONSULT negated RUS > UKR'],
  ],
  'people without a name are those named elsewhere': [
    [
      'Iran issues arrest warrants for 36 people, including US President Trump\n\nIran issued arrest warrants on 36 people on Monday.',
      'THREATEN occurred IRN > USA',
    ],
    [
      'Canada announced sanctions on Belarus on Monday. Canada is imposing sanctions on eleven entities.',
      'SANCTION occurred CAN > BLR',
    ],
  ],
  'an office and its state are no name': [
    ['During his stay, the King of Jordan will meet the President of Kenya.', 'CONSULT planned JOR > KEN'],
  ],
  'colleagues take part side by side': [
    ['Antony Blinken and Lloyd J. Austin III met Dmytro Kuleba in Warsaw.', 'CONSULT occurred USA+USA > UKR'],
  ],
  'who is listed is known by the name beside the word': [
    ['Canada praised Poland and two hosts, Latvia and Estonia.', 'SUPPORT occurred CAN > POL+LVA+EST'],
  ],
  'what one announces without saying whose it is is one’s own': [
    ['Canada announced the expulsion of two Chinese diplomats.', 'SANCTION occurred CAN > CHN'],
    ['The UN announced the withdrawal of Russian forces from Kherson.', 'RETREAT occurred RUS > UKR'],
  ],
  'whose forces they are is told apart from where they leave': [
    ['Germany completed the withdrawal of its troops from Mali.', 'RETREAT occurred DEU > MLI'],
  ],
  'what somebody calls a false allegation is denied by him': [
    ['Allegations that Kenya armed the rebels are baseless, Kenya said.', 'AID negated KEN > grp:rebels'],
  ],
  'a set of so many is the last list of as many': [
    [
      'Canada praised Cuba, Peru and Chile. It rained in Paris. France met Spain. Nobody came. China signed deals with the three nations.',
      'AGREE occurred CHN > CUB+PER+CHL',
    ],
    [
      'Xi Jinping visited Cuba, Peru and Chile. On Monday, France met Spain. China signed deals with the three nations.',
      'AGREE occurred CHN > CUB+PER+CHL',
    ],
    [
      'Sergei Lavrov and Antony Blinken met on Thursday. An official said that the two leaders discussed Syria.',
      'CONSULT occurred RUS > USA',
    ],
    [
      'Sergei Lavrov and Antony Blinken met. The two leaders talked about Syria. Joe Biden gave a speech on trade. It rained in Paris. Nobody else came. On Friday the two leaders blamed Iran.',
      'ACCUSE occurred RUS+USA > IRN',
    ],
  ],
  'whoever is on the side of one of several doers may be who it is done to': [
    ['Alassane Ouattara was backed by the UN and by the army of Ivory Coast.', 'SUPPORT occurred igo:un+CIV > CIV'],
  ],
  'whoever speaks of an attack did not strike': [
    ['Joe Biden called Ariel Henry following an attack that killed ten people in Haiti.', 'CONSULT occurred USA > HTI'],
    ['Joe Biden denounced an attack that killed ten people in Haiti.', 'ASSAULT occurred  > HTI'],
  ],
  'a seat or site before an attack is where it struck': [
    ['Canada condemned the Kabul attack.', 'ASSAULT occurred  > AFG'],
    ['Canada mourned the victims of the Egyptian mosque attack.', 'ASSAULT occurred  > EGY'],
    ['Canada condemned the Russian missile attack on Odesa.', 'ASSAULT occurred RUS > UKR'],
  ],
  'what a government is imposing is imposed': [
    ['Canada is imposing sanctions on Belarus.', 'SANCTION occurred CAN > BLR'],
    ['Two firms of Belarus are being sanctioned by Canada.', 'SANCTION occurred CAN > BLR'],
    ['Canada is considering sanctions on Belarus.', 'SANCTION possible CAN > BLR'],
  ],
  'a headline leaves out the auxiliary of a passive': [
    ['Russian opposition leader poisoned, Germany says\n\nThe case is open.', 'ASSAULT occurred  > RUS'],
  ],
  'a headline’s infinitive is a plan of whoever stands before it': [
    ['Macron to meet Scholz ahead of G7\n\nNothing else is known.', 'CONSULT planned FRA > DEU'],
  ],
  'a headline writes a comma for “and”': [
    ['Egypt, Turkey carry out joint naval drills off Marmaris\n\nThe sea was calm.', 'COOPERATE occurred EGY > TUR'],
  ],
  'what leaders discuss is told of their meeting, and is one where none is told': [
    ['Joe Biden met Xi Jinping. Joe Biden and Xi Jinping also discussed Taiwan.', 'CONSULT occurred USA > CHN'],
    ['Joe Biden and Xi Jinping discussed Taiwan.', 'CONSULT occurred USA > CHN'],
  ],
  'in the first person, the wish to say something says it': [
    ['"We would like to congratulate the people of Kenya," Emmanuel Macron said.', 'STATEMENT occurred FRA > KEN'],
    ['Emmanuel Macron would like to congratulate Kenya.', 'STATEMENT possible FRA > KEN'],
  ],
  'what a text that is passed says is said by whoever passed it': [
    ["A resolution backing Georgia was adopted by Lithuania's parliament.", 'SUPPORT occurred LTU > GEO'],
  ],
  'what somebody is to do is to come': [
    ['NATO and Japan are to step up their cooperation.', 'COOPERATE planned igo:nato > JPN'],
  ],
  'who is due somewhere is to visit it': [
    ['Hassan Sheikh Mohamud is due in Asmara for talks.', 'CONSULT planned SOM > ERI'],
  ],
  'an adjective says that a happening goes on': [
    ["Rwanda denounced Burundi's ongoing crackdown on the press.", 'ACCUSE occurred RWA > BDI'],
  ],
  'an order inside one government is no request': [
    ['Dmitry Medvedev ordered Russian troops to leave Georgia.', 'RETREAT planned RUS > GEO'],
  ],
  'whose deed is called for is asked': [
    ['Norway called for Israel to open the crossing.', 'REQUEST occurred NOR > ISR'],
  ],
  'what somebody is punished or thanked for is his deed': [
    ['Washington imposed sanctions on North Korea for supplying arms to Syria.', 'AID occurred PRK > SYR'],
  ],
  'what people in the street demand says whom they are up against': [
    ["Students in Kenya held a rally to protest President William Ruto's taxes.", 'PROTEST occurred KEN > KEN'],
    ['Thousands marched in Oslo to demand that Israel end the siege.', 'PROTEST occurred NOR > ISR'],
    ['Thousands marched in Oslo to support Ukraine.', 'PROTEST occurred NOR > '],
  ],
  'who stands beside a name is a party by name only': [
    ['Sweden condemned Vladimir Putin and his enablers.', 'ACCUSE occurred SWE > RUS'],
    ['Kenya will work with Malawi, Zambia and other partners to end the war.', 'COOPERATE planned KEN > MWI+ZMB'],
  ],
  'a name beside a role says who it is': [
    ['Kenya accused Sudan — along with its ally Ethiopia — of arming the rebels.', 'ACCUSE occurred KEN > SDN+ETH'],
  ],
  'coordination reaches beyond titles and the people of a state': [
    [
      'Nikol Pashinyan met President of Azerbaijan Ilham Aliyev and President of France Emmanuel Macron.',
      'CONSULT occurred ARM > AZE+FRA',
    ],
    [
      'Antony Blinken met officials from Yemen and Oman, the United Nations, and the European Union.',
      'CONSULT occurred USA > YEM+OMN+igo:un+igo:eu',
    ],
  ],
  'a group that is no force of its own is told by where it is': [
    ['Australia imposed sanctions on five entities located in Iran.', 'SANCTION occurred AUS > IRN'],
  ],
  'rebels, crowds and juntas are of the land where they are, guests are not': [
    ['Iran sent arms to militants in Iraq.', 'AID occurred IRN > IRQ'],
    ['The junta in Niger expelled two French diplomats.', 'SANCTION occurred NER > FRA'],
    ['Kenya deported migrants in Nairobi.', 'COERCE occurred KEN > grp:migrants'],
  ],
  'people to whom something is done are of the land where it is done': [
    ['American aircraft killed nine villagers in a raid in Somalia.', 'ASSAULT occurred USA > SOM'],
    ['Norway sent 300 tons of fish to drought victims in Somalia.', 'AID occurred NOR > SOM'],
  ],
  'a people in a state that is not its own is of that state': [
    ['Iraqi Kurds sought refuge in Germany.', 'REQUEST occurred IRQ > DEU'],
  ],
  'whoever sponsors talks is no party to them by that': [
    ['Negotiators from Serbia and Kosovo resumed EU-sponsored talks in Brussels.', 'CONSULT occurred SRB > XKX'],
  ],
  'rebels of a region or people are of its state': [
    ['Chechen rebels attacked Russian troops.', 'ASSAULT occurred RUS > RUS'],
    ['Ethnic Albanian guerrillas based in Macedonia attacked a Greek convoy.', 'ASSAULT occurred MKD > GRC'],
  ],
  'rebels are a side of their own in their state': [
    ['The Sudanese government met Sudanese rebels in Juba.', 'CONSULT occurred SDN > SDN'],
  ],
  'where the doer owns what he acts on, the other side stands behind it': [
    ['Israel eased its closure of the West Bank.', 'CONCEDE occurred ISR > PSE'],
  ],
  'an act that its noun gives a doer is his': [
    ['Norway welcomed the measures taken by Canada and Peru.', 'SUPPORT occurred NOR > CAN+PER'],
  ],
  'whoever can still avert a threat is threatened': [
    ['Togo threatened to leave the talks if Benin went ahead with the dam.', 'THREATEN occurred TGO > BEN'],
    ['Togo threatened to leave the talks if it rained.', 'THREATEN occurred TGO > '],
  ],
  'what is to end goes on, and what has ended was': [
    ['Norway urged Cuba to end its crackdown on protesters.', 'COERCE ongoing CUB > grp:protesters'],
    ['Cuba ended its crackdown on protesters.', 'COERCE occurred CUB > grp:protesters'],
  ],
  'what is no part of a plan is not planned': [
    ['The visit is not part of any plan by Germany to impose sanctions on Iran.', 'SANCTION negated DEU > IRN'],
    ['The visit is part of a plan by Germany to impose sanctions on Iran.', 'SANCTION planned DEU > IRN'],
  ],
  'whoever tells of a wrong accuses': [
    ['Armenia said that Azerbaijan had violated the truce.', 'ACCUSE occurred ARM > AZE'],
  ],
  'what one seeks has a doer': [['Turkey seeks talks with Greece.', 'CONSULT possible TUR > GRC']],
  'a noun that counts is looked through': [
    ['Envoys from Sudan and Chad began a new round of negotiations.', 'CONSULT occurred SDN > TCD'],
  ],
};

describe.each(Object.entries(TABLES))('%s', (_claim, rows) => {
  it.each(rows)('%s', async (text, expected) => {
    expect(await eventsOf(text)).toContain(expected);
  });
});

it('no news agency demands what it tells', async () => {
  expect(await eventsOf('Kenya must withdraw its troops, the RIA news agency said.')).toEqual([
    'RETREAT possible KEN > KEN',
  ]);
});

describe('whoever only speaks of a deed', () => {
  it.each([
    ['Joe Biden called Ariel Henry following an attack in Haiti.', 'ASSAULT occurred USA'],
    ['Emmanuel Macron met Gabriel Boric after a report that accused Iran of theft.', 'ACCUSE occurred FRA'],
  ])('did not do it: %s', async (text, wrong) => {
    expect((await eventsOf(text)).filter((event) => event.startsWith(wrong))).toEqual([]);
  });
});

describe('the frame of a meeting', () => {
  it('gives what is said in it its date and the other side', async () => {
    const text =
      'President Joe Biden spoke on 9 May with President Yoon Suk Yeol. President Biden committed to further exercises.';
    const events = await eventsOf(text, { dated: true });
    expect(events).toContain('AGREE occurred USA > KOR 2023-05-09 2023-05-09');
  });

  it('does not take the act of somebody who was not there', async () => {
    const text = 'Emmanuel Macron met Olaf Scholz in Paris. Viktor Orbán refused to sign the treaty.';
    expect(await eventsOf(text)).toContain('REJECT occurred HUN > ');
  });

  it('does not put the other side in the place of somebody who is addressed', async () => {
    const text = 'George Bush met King Abdullah in Riyadh. Bush urged his colleagues to join the embargo.';
    expect(await eventsOf(text)).toContain('REQUEST occurred USA > ');
  });

  it('dates the meetings of a trip by the trip', async () => {
    const text =
      'Antony Blinken will travel to Kenya and Nigeria from 15 to 19 May. He will meet with President William Ruto.';
    expect(await eventsOf(text, { dated: true })).toContain('CONSULT planned USA > KEN 2023-05-15 2023-05-19');
  });
});

describe('several meetings', () => {
  it('are kept apart where one is told as one more', async () => {
    const text = 'The Secretary will meet with Nasser Bourita. He will also meet with Moroccan officials in Rabat.';
    const events = await eventsOf(text, { outlet: 'U.S. Department of State' });
    expect(events.filter((event) => event.startsWith('CONSULT planned'))).toHaveLength(2);
  });

  it('are counted by a series of them', async () => {
    const text = 'A series of meetings took place between Germany and Iran.';
    expect(await eventsOf(text)).toEqual([expect.stringMatching(/^CONSULT occurred (?:DEU > IRN|IRN > DEU)$/)]);
  });

  it('are part of it with people of no name whom one travels to meet', async () => {
    const text = 'Olaf Scholz will travel to Kenya on Friday to discuss security with officials.';
    expect(await eventsOf(text)).toEqual(['CONSULT planned DEU > KEN']);
  });

  it('lie beside the visit on which they are held', async () => {
    const text = 'Olaf Scholz visited Kenya on Friday. He met William Ruto in Nairobi.';
    expect(await eventsOf(text)).toEqual(['CONSULT occurred DEU > KEN', 'CONSULT occurred DEU > KEN']);
  });
});

describe('deeds of force', () => {
  it('are kept apart where only one of two names its victim', async () => {
    const events = await eventsOf("Myanmar's army committed atrocities. Myanmar's army killed Rohingya villagers.");
    expect(events.filter((event) => event.startsWith('ASSAULT'))).toHaveLength(2);
  });

  it('are one with what came of them', async () => {
    const events = await eventsOf('An Iranian missile hit the town of Erbil in Iraq, killing five people.');
    expect(events.filter((event) => event.startsWith('ASSAULT'))).toHaveLength(1);
  });

  it('do not take their date from a war of another name', async () => {
    const text = "Russia's war on Ukraine goes on. It is the worst in Europe since the Second World War.";
    expect(await eventsOf(text, { dated: true })).not.toContainEqual(expect.stringContaining('1939'));
  });

  it('are one where a noun takes the other up', async () => {
    const events = await eventsOf("Russia shelled a Ukrainian town. Russia's attack lasted an hour.");
    expect(events.filter((event) => event.startsWith('ASSAULT'))).toHaveLength(1);
  });
});

describe('what is asked of somebody', () => {
  it('is not done with whoever asks', async () => {
    const events = await eventsOf('Norway urged China to engage in talks.');
    expect(events.filter((event) => event.startsWith('CONSULT'))).toEqual([]);
  });
});

describe('what is no happening', () => {
  it.each([
    ['an aim', 'The leaders of Kenya and Ghana will work with Togo to support the peace plan.', 'SUPPORT'],
    ['a trait of people without a name', 'Qatar pays all of the envoys who visit Doha.', 'CONSULT'],
    ['how something is not done', 'Norway will build ties with China without abandoning its allies.', 'REJECT'],
  ])('is %s', async (_what, text, type) => {
    expect((await eventsOf(text)).filter((event) => event.startsWith(type))).toEqual([]);
  });
});

describe("a government's own text", () => {
  it('is that of all who sign it, not of whom it is about', async () => {
    const head =
      'The text of the following statement on Sudan was issued by the Governments of Canada, France and Italy.';
    const events = await eventsOf(`${head}\n\nWe condemn the attacks in Mali.`, { outlet: 'U.S. Department of State' });
    expect(events.filter((event) => event.startsWith('ACCUSE'))).toEqual([
      expect.stringMatching(/^ACCUSE occurred CAN\+FRA\+ITA/),
    ]);
  });

  it('is not that of whom a statement was made about', async () => {
    const text = 'As a statement marking the anniversary of wars in Chad and Togo said, we condemn Mali.';
    const events = await eventsOf(text, { outlet: 'U.S. Department of State' });
    expect(events.find((event) => event.startsWith('ACCUSE'))).not.toMatch(/TCD|TGO/);
  });

  it('does one measure, whomever its parts name', async () => {
    const text =
      'We are imposing sanctions on the Belarusian army. We are also designating the Belarusian interior minister.';
    const events = await eventsOf(text, { outlet: 'U.S. Department of State' });
    expect(events.filter((event) => event.startsWith('SANCTION'))).toHaveLength(1);
  });

  it('does one measure in whatever form its parts are told', async () => {
    const text =
      'We are imposing sanctions on the Belarusian army. The Belarusian interior minister is designated for torture. This includes designating two Belarusian generals.';
    const events = await eventsOf(text, { outlet: 'U.S. Department of State' });
    expect(events.filter((event) => event.startsWith('SANCTION'))).toHaveLength(1);
  });

  it('does not do what others forbid', async () => {
    const text =
      'We are imposing sanctions on three firms. The sale of arms by members of the United Nations is prohibited by the resolutions.';
    const events = await eventsOf(text, { outlet: 'U.S. Department of State' });
    expect(events.find((event) => event.startsWith('SANCTION'))).not.toContain('igo:un');
  });

  it('tells earlier measures apart', async () => {
    const text = 'We are imposing sanctions on the Belarusian army. The United States has sanctioned 20 firms so far.';
    const events = await eventsOf(text, { outlet: 'U.S. Department of State' });
    expect(events.filter((event) => event.startsWith('SANCTION'))).toHaveLength(2);
  });

  it('dates what it does by saying so, and only that', async () => {
    const text = 'We are imposing sanctions on Belarus. The United States has sanctioned Iran.';
    const events = await eventsOf(text, { outlet: 'U.S. Department of State', dated: true });
    expect(events.find((event) => event.includes('BLR'))).toMatch(/(\d{4}-\d\d-\d\d) \1$/);
    expect(events.find((event) => event.includes('IRN'))).not.toMatch(/(\d{4}-\d\d-\d\d) \1$/);
  });
});

describe('a joint statement', () => {
  const text =
    'The following is a statement from the Foreign Ministers of Canada, France and Italy.\n\nWe condemn the arrests by Belarus.';

  it('speaks for all who sign it', async () => {
    const events = await eventsOf(text, { outlet: 'U.S. Department of State' });
    expect(events).toContain('ACCUSE occurred CAN+FRA+ITA > BLR');
  });

  it('is not signed by those whom it is about', async () => {
    const about =
      'Joint Statement by Antony Blinken and Janet Yellen Welcoming the EU Sanctions on Lebanon\n\nWe welcome this.';
    const events = await eventsOf(`${about} We condemn the arrests by Belarus.`, {
      outlet: 'U.S. Department of State',
    });
    expect(events).toContain('ACCUSE occurred USA > BLR');
  });

  it('speaks for nobody in the press, outside quotation marks', async () => {
    expect((await eventsOf(text, { outlet: 'Wikinews' })).filter((event) => event.includes('CAN'))).toEqual([]);
  });
});

describe('the words of one author', () => {
  const words = 'We condemn the arrests by Belarus.';

  it('are his whom the title names', async () => {
    const events = await eventsOf(`Remarks by Foreign Minister Annalena Baerbock in Paris\n\n${words}`);
    expect(events).toContain('ACCUSE occurred DEU > BLR');
  });

  it('are nobody’s where the title tells what his words brought about', async () => {
    const events = await eventsOf(`Remarks by Foreign Minister Annalena Baerbock stir up Paris\n\n${words}`);
    expect(events).not.toContain('ACCUSE occurred DEU > BLR');
  });
});

describe('a date', () => {
  it('is no march', async () => {
    expect(await eventsOf('Zimbabwe has been under sanctions since March 2003.')).not.toContain(
      'PROTEST occurred ZWE > ',
    );
  });
});

describe('the place of a deed', () => {
  it('is told beside what struck, by what kind of place it is', async () => {
    const text = 'A bomb near the Iraqi city of Basra killed two French soldiers.';
    const { record } = await readReport(makeReport({ text, published: '2023-05-12', source: 'test' }), toolkit);
    expect(record.events[0]?.place).toMatchObject({ name: 'Basra', country: 'IRQ' });
  });
});

describe('a party known through an office of one source', () => {
  const confidenceOf = async (text: string) => {
    const { record, explanations } = await readReport(
      makeReport({ text, published: '2023-03-17', source: 'test' }),
      toolkit,
    );
    return { value: record.events[0]!.confidence, why: explanations[0]!.confidence.join('; ') };
  };

  it('makes the event less sure, and says so', async () => {
    const unverified = await confidenceOf("China's foreign minister met Sergei Lavrov on Thursday.");
    const borneOut = await confidenceOf("France's president met Sergei Lavrov on Thursday.");
    expect(unverified.value).toBeLessThan(borneOut.value);
    expect(unverified.why).toContain('only one source');
    expect(borneOut.why).not.toContain('only one source');
  });

  it('does not where the report names the holder', async () => {
    const named = await confidenceOf("China's foreign minister, Qin Gang, met Sergei Lavrov on Thursday.");
    expect(named.why).not.toContain('only one source');
  });
});
