import { beforeAll, describe, expect, it } from 'vitest';
import { readSentence } from '../../src/check-lexicon.ts';
import { openToolkit, type Toolkit } from '../../src/pipeline.ts';

let toolkit: Toolkit;
beforeAll(async () => {
  toolkit = await openToolkit();
});

async function typesIn(text: string): Promise<readonly string[]> {
  const { record } = await readSentence(toolkit, text);
  return record.events.map(({ type }) => type);
}

describe('texts in which nothing happens', () => {
  it.each([
    ['a telling word of sport', 'Norway attacked Chile from the left, but the goalkeeper was awake.'],
    ['two vague ones', 'Norway met Chile in a match that nobody will remember, and the captain least of all.'],
    ['a score with one', 'Peru beat Chile 3-1 and attacked to the end.'],
    ['a name that takes the verb of many', 'Norway meet Chile in Cardiff on Saturday.'],
    ['groups that watch and judge', 'Analysts criticised Norway.'],
    ['the nationality of a work', 'The Chilean film was attacked in Oslo.'],
    ['people of no country', 'The storm killed two people.'],
    ['a month that is also a march', 'The court of Norway will hear the case in March.'],
    ['an act of one side that names no other', 'Norway’s parliament rejected a bill on fishing rods.'],
    ['the topic of a work', 'An exhibition on the siege of Vienna opens in Oslo.'],
    ['what happens in one', 'In the novel Norway attacks Chile.'],
    ['what a story makes up', 'Her novel imagines that Norway attacks Chile.'],
    ['what one is to imagine', 'Suppose that Norway attacked Chile.'],
    ['a task for a pupil', 'Name the general who attacked Chile for Norway.'],
    ['what a question asks', 'Will Norway attack Chile?'],
    ['what a quiz puts to its readers', 'True or false? Norway attacked Chile.'],
    ['answers to choose from', 'Who said no? a) Norway rejected the treaty. b) Chile left the UN.'],
    ['dealings of private people', 'Scientists from Chile and Japan met in Oslo.'],
    ['what a government agrees on with its own', 'The Norwegian government agreed with the opposition on a tax.'],
    ['history', 'In 1812 the United States declared war on Britain.'],
    ['dealings of firms', 'A Norwegian shipyard signed an agreement with a Chilean carmaker.'],
    [
      'words of another matter around it',
      'Critics praised the Norwegian film at the festival. Chile struck back with a comedy.',
    ],
    ['a firm and a place', 'Swatch sued a shop in Shenzhen.'],
  ])('are silent: %s', async (_why, text) => {
    expect(await typesIn(text)).toEqual([]);
  });
});

describe('the same words of an event', () => {
  it.each([
    ['Before the rugby match, Norway’s prime minister met the Chilean president.', ['CONSULT']],
    ['Norwegian forces attacked a Chilean patrol vessel.', ['ASSAULT']],
    ['Norway rejected the treaty.', ['REJECT']],
    ['A Norwegian shipyard signed an agreement with the government of Chile.', ['AGREE']],
    ['In 1974 Norway declared war on Chile.', ['ASSAULT']],
    ['Norway is supposed to attack Chile.', ['ASSAULT']],
    ['Norway agreed with the opposition on a treaty with Chile.', ['AGREE']],
    ['The report says that Norway attacked Chile.', ['ASSAULT']],
    ['What will Chile do, now that Norway attacked Peru?', ['ASSAULT']],
    ['“Will you come?” asked Norway’s king when he met the president of Chile.', ['CONSULT']],
    ['Scientists from Chile met the Japanese minister in Oslo.', ['CONSULT']],
    ['Protesters rioted in Kenya on Tuesday.', ['PROTEST']],
    ['Norway imposed tariffs on Chilean wine.', ['SANCTION']],
    ['The prime minister of Norway visited Chile for the film festival.', ['CONSULT']],
    ['Norway expelled a Chilean diplomat after the concert.', ['SANCTION']],
  ])('are heard: %s', async (text, types) => {
    expect(await typesIn(text)).toEqual(types);
  });
});
