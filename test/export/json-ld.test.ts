import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { anActor, anEvent, aRecord, aReport, callReading, sanctionReading, spanOf } from '../store/readings.ts';
import { hostileRecord } from './hostile.ts';
import { textOf } from './text-of.ts';

/** A context that has to be fetched fails the test. */
const documentLoader = async (url: string) => {
  throw new Error(`fetched ${url}`);
};

type Expanded = Record<string, unknown> & { readonly '@id': string };

async function expanded(...records: Parameters<typeof textOf> extends [string, ...infer R] ? R : never) {
  const document = JSON.parse(await textOf('jsonld', ...records)) as object;
  return (await jsonld.expand(document, { documentLoader })) as Expanded[];
}

const SCHEMA = 'https://schema.org/';
const PROV = 'http://www.w3.org/ns/prov#';
const OA = 'http://www.w3.org/ns/oa#';

describe('jsonld', () => {
  it('expands without any network into schema.org events', async () => {
    const nodes = await expanded(callReading().record, sanctionReading().record);
    const call = nodes.find((node) => node['@id'] === 'urn:chancery:record:r_ca11/e1')!;
    expect(call['@type']).toEqual([`${SCHEMA}Event`, `${PROV}Entity`]);
    expect(call[`${SCHEMA}startDate`]).toEqual([
      { '@type': 'http://www.w3.org/2001/XMLSchema#date', '@value': '2025-05-12' },
    ]);
    expect(call[`${SCHEMA}attendee`]).toEqual([
      { '@id': 'urn:chancery:record:per:ada-holm' },
      { '@id': 'urn:chancery:record:per:bo-lind' },
    ]);
    expect(call['urn:chancery:vocabulary:status']).toEqual([{ '@value': 'occurred' }]);
  });

  it('says who says so in PROV-O', async () => {
    const nodes = await expanded(callReading().record);
    const arms = nodes.find((node) => node['@id'].endsWith('r_ca11/e3'))!;
    expect(arms[`${PROV}wasDerivedFrom`]).toEqual([{ '@id': 'urn:chancery:record:r_ca11' }]);
    expect(arms[`${PROV}qualifiedAttribution`]).toEqual(
      [
        ['NOR', 'alleges'],
        ['SUD', 'denies'],
      ].map(([actor, stance]) => ({
        '@type': [`${PROV}Attribution`],
        [`${PROV}agent`]: [{ '@id': `urn:chancery:record:${actor}` }],
        [`${PROV}hadRole`]: [{ '@id': `urn:chancery:vocabulary:${stance}` }],
      })),
    );
  });

  it('finds the words again by quote, by what stands around them, and by position in code points', async () => {
    const text = `🗞🗞 ${'word '.repeat(20)}They met. ${'more '.repeat(20)}`;
    const event = anEvent('e1', spanOf(text, 'They met.'), { actors: ['NOR'] });
    const record = aRecord(aReport('r_1', text), { actors: [anActor('NOR')], events: [event] });
    const annotation = (await expanded(record)).find((node) => node['@id'].includes('/evidence/'))!;
    const [target] = annotation[`${OA}hasTarget`] as Record<string, Record<string, unknown[]>[]>[];
    const [quote, position] = target![`${OA}hasSelector`]!;
    const held = (node: Record<string, unknown[]>, name: string) =>
      (node[`${OA}${name}`]![0] as { '@value': unknown })['@value'];
    expect(held(quote!, 'exact')).toBe('They met.');
    expect(held(quote!, 'prefix')).toBe(text.slice(0, text.indexOf('They')).slice(-32));
    expect(held(quote!, 'suffix')).toBe(text.slice(text.indexOf('met.') + 4).slice(0, 32));
    const [start, end] = [Number(held(position!, 'start')), Number(held(position!, 'end'))];
    expect([...text].slice(start, end).join('')).toBe('They met.');
  });

  it('names every node that it points to', async () => {
    const document = JSON.parse(await textOf('jsonld', callReading().record)) as { '@graph': { id: string }[] };
    const ids = new Set(document['@graph'].map(({ id }) => id));
    const pointed = JSON.stringify(document['@graph']).match(/"record:[^"]*"/g)!;
    expect(pointed.map((one) => one.slice(1, -1)).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('holds hostile words as words', async () => {
    const event = (await expanded(hostileRecord())).find((node) => node['@id'].endsWith('/e1'))!;
    expect(JSON.stringify(event)).toContain('</script><script>');
  });
});
