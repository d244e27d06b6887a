import { expect, it } from 'vitest';
import { type Claim, claims, parseFilter } from '../../src/ask/index.ts';
import { onEachStore } from '../store/stores.ts';

const told = ({ speaker, stance }: Claim) => `${speaker.name} ${stance}`;

onEachStore('claims', ({ exampleStore }) => {
  it('stand beside their denials', async () => {
    const [dispute, ...others] = await claims(await exampleStore(), {});
    expect(others).toEqual([]);
    expect(dispute).toMatchObject({ type: 'AID', parties: ['SUD', 'grp:rebels'] });
    expect(dispute?.claimed.map(told)).toEqual(['Norland alleges']);
    expect(dispute?.denied.map(told)).toEqual(['Sudmark denies']);
  });

  it('include what nobody denies only when everything is wanted', async () => {
    const all = await claims(await exampleStore(), {}, true);
    expect(all.map(({ type }) => type)).toEqual(['CONSULT', 'AID']);
    expect(await claims(await exampleStore(), parseFilter('type:CONSULT'))).toEqual([]);
  });
});
