import { expect, it } from 'vitest';
import { findParty } from '../../src/ask/party.ts';
import type { Actor } from '../../src/record/index.ts';
import { anActor, aRecord, aReport } from '../store/readings.ts';
import { onEachStore } from '../store/stores.ts';

const mention = (text: string, kind: 'name' | 'metonym' | 'pronoun') => ({ start: 0, end: text.length, text, kind });

const ACTORS: readonly Actor[] = [
  anActor('NOR', { name: 'Norland', country: 'NOR', mentions: [mention('Northport', 'metonym')] }),
  anActor('plc:northport', { type: 'place', name: 'Northport', country: 'NOR' }),
  anActor('NOR.GOV', { type: 'government', name: 'Government of Norland', country: 'NOR' }),
  anActor('NOR.GOV.MFA', { type: 'government', name: "Norland's foreign ministry", country: 'NOR' }),
  anActor('per:ada-holm', {
    name: 'Ada Holm',
    country: 'NOR',
    mentions: [mention('Holm', 'name'), mention('she', 'pronoun')],
  }),
  anActor('per:eva-lind', { name: 'Eva Lind', country: 'NOR', mentions: [mention('Lind', 'name')] }),
  anActor('per:bo-lind', { name: 'Bo Lind', country: 'SUD', mentions: [mention('Lind', 'name')] }),
  anActor('per:lindquist', { name: 'Åsa Lindquist', country: 'SUD' }),
];

onEachStore('who is meant', ({ storeOf }) => {
  const store = () =>
    storeOf({ record: aRecord(aReport('r_1', 'A text.'), { actors: [...ACTORS] }), explanations: [] });

  it.each([
    ['NOR', { kind: 'country', country: 'NOR' }],
    ['Norland', { kind: 'country', country: 'NOR' }],
    ['XYZ', { kind: 'country', country: 'XYZ' }],
    ['NOR.GOV', { kind: 'actor', actor: 'NOR.GOV' }],
    ['northport', { kind: 'actor', actor: 'plc:northport' }],
    ['ada holm', { kind: 'actor', actor: 'per:ada-holm' }],
    ['Holm', { kind: 'actor', actor: 'per:ada-holm' }],
    ['åsa lindquist', { kind: 'actor', actor: 'per:lindquist' }],
    ['ÅSA LINDQUIST', { kind: 'actor', actor: 'per:lindquist' }],
    ['Asa', { kind: 'actor', actor: 'per:lindquist' }],
    ['Lindquist', { kind: 'actor', actor: 'per:lindquist' }],
  ])('finds %s', async (words, party) => {
    expect(await findParty(await store(), words)).toEqual(party);
  });

  it('asks back when a name may be several', async () => {
    const asked = findParty(await store(), 'Lind');
    await expect(asked).rejects.toMatchObject({
      code: 'ask/ambiguous-actor',
      details: { expected: ['per:bo-lind (Bo Lind)', 'per:eva-lind (Eva Lind)'] },
    });
  });

  it.each(['she', 'Lin', '%'])('finds nobody for %s', async (words) => {
    await expect(findParty(await store(), words)).rejects.toMatchObject({ code: 'ask/unknown-actor' });
  });
});
