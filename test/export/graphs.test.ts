import { MultiGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { anActor, anEvent, aRecord, aReport, callReading, sanctionReading, spanOf } from '../store/readings.ts';
import { hostileRecord } from './hostile.ts';
import { textOf } from './text-of.ts';

const RECORDS = [callReading().record, sanctionReading().record];

describe('graphml', () => {
  it('is a network of actors with an edge an event', async () => {
    const graph = parseGraphml(MultiGraph, await textOf('graphml', ...RECORDS));
    const names = graph.mapNodes((_, { label, actor, kind }) => `${label} ${actor} ${kind}`);
    expect(names.sort()).toEqual([
      'Ada Holm per:ada-holm person',
      'Bo Lind per:bo-lind person',
      'Norland NOR state',
      'Sudmark SUD state',
      'rebels grp:rebels group',
    ]);
    const edges = graph.mapEdges((_, { event, event_type, status, quad }, source, target) => {
      const name = (node: string) => graph.getNodeAttribute(node, 'actor');
      return `${event} ${name(source)} ${name(target)} ${event_type} ${status} ${quad}`;
    });
    expect(edges.sort()).toEqual([
      'r_5a4c/e1 NOR SUD SANCTION occurred 4',
      'r_5a4c/e2 NOR SUD CONSULT occurred 1',
      'r_ca11/e1 per:ada-holm per:bo-lind CONSULT occurred 1',
      'r_ca11/e2 per:ada-holm SUD CONSULT planned 1',
      'r_ca11/e3 SUD grp:rebels AID possible 2',
    ]);
    expect(graph.directedSize).toBe(2);
  });

  it('holds hostile words as words', async () => {
    const graph = parseGraphml(MultiGraph, await textOf('graphml', hostileRecord()));
    const [label] = graph.mapNodes((_, node) => node.label as string);
    expect(label).toContain('</script><script>alert(1)</script> & "quoted" \ufffd\ufffd]]> <img');
    expect(label).toMatch(/gnol\ufffd$/);
  });
});

describe('gexf', () => {
  it('is a network over time', async () => {
    const text = await textOf('gexf', ...RECORDS);
    const graph = parseGexf(MultiGraph, text, { respectInputGraphType: true });
    expect(graph.mapNodes((_, { label }) => label).sort()).toEqual(['Ada Holm', 'Bo Lind', 'Norland', 'Sudmark']);
    expect(graph.mapEdges((_, { event, status }) => `${event} ${status}`).sort()).toEqual([
      'r_5a4c/e1 occurred',
      'r_5a4c/e2 occurred',
      'r_ca11/e1 occurred',
      'r_ca11/e2 planned',
    ]);
    const { document } = parseHTML(text);
    const graphElement = document.querySelector('graph')!;
    expect([graphElement.getAttribute('mode'), graphElement.getAttribute('timeformat')]).toEqual(['dynamic', 'date']);
    const days = [...document.querySelectorAll('edge')].map((edge) => [
      edge.getAttribute('start'),
      edge.getAttribute('end'),
    ]);
    expect(days).toContainEqual(['2025-05-19', '2025-05-25']);
  });

  it('leaves the open end of an interval open', async () => {
    const text = 'They have met.';
    const event = anEvent('e1', spanOf(text, text), {
      actors: ['NOR', 'SUD'],
      time: { from: '2025-05-12', to: null, basis: 'stated' },
    });
    const record = aRecord(aReport('r_1', text), { actors: [anActor('NOR'), anActor('SUD')], events: [event] });
    const [edge] = parseHTML(await textOf('gexf', record)).document.querySelectorAll('edge');
    expect([edge?.getAttribute('start'), edge?.hasAttribute('end'), edge?.getAttribute('type')]).toEqual([
      '2025-05-12',
      false,
      'undirected',
    ]);
  });

  it('holds hostile words as words', async () => {
    const graph = parseGexf(MultiGraph, await textOf('gexf', hostileRecord()), { respectInputGraphType: true });
    expect(graph.mapEdges((_, { place }) => place as string)[0]).toContain('</script><script>');
  });
});
