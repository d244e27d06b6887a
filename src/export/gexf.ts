import type { TimelineEntry } from '../ask/index.ts';
import { ChanceryError } from '../problems.ts';
import type { TimelineExporter } from './exporter.ts';
import { EDGE_FIELDS, edgesOf, endsOf, type GraphEdge, type GraphField, NODE_FIELDS } from './graph.ts';
import { attributes } from './xml.ts';

/** A network over time: edges come and go with the days of their events. Source: GEXF 1.3. */
export const gexf: TimelineExporter = {
  over: 'timeline',
  name: 'gexf',
  describes: 'a network of actors over time for Gephi: each edge has the days of its event',
  loses: 'events without a date or with one party alone, hosts and mediators, the words, the reports, contexts, counts',
  extension: 'gexf',
  mediaType: 'application/gexf+xml',
  async *write(timeline) {
    yield HEAD;
    const nodes = new Map<string, string>();
    for await (const edge of datedEdges(timeline())) {
      for (const actor of endsOf(edge)) {
        if (nodes.has(actor.id)) continue;
        const id = `n${nodes.size}`;
        nodes.set(actor.id, id);
        yield `      <node${attributes({ id, label: actor.name })}>${held(NODE_FIELDS, actor)}</node>\n`;
      }
    }
    yield '    </nodes>\n    <edges>\n';
    let edges = 0;
    for await (const edge of datedEdges(timeline())) yield edgeElement(`e${edges++}`, edge, nodes);
    yield '    </edges>\n  </graph>\n</gexf>\n';
  },
};

async function* datedEdges(timeline: AsyncIterable<TimelineEntry>): AsyncGenerator<GraphEdge> {
  for await (const entry of timeline) {
    const { from, to } = entry.event.time;
    if (from !== null || to !== null) yield* edgesOf(entry);
  }
}

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
  <meta><creator>Chancery</creator></meta>
  <graph mode="dynamic" timeformat="date" timerepresentation="interval" defaultedgetype="directed">
    <attributes class="node">
${NODE_FIELDS.map((field) => declaration(field)).join('')}    </attributes>
    <attributes class="edge">
${EDGE_FIELDS.map((field) => declaration(field)).join('')}    </attributes>
    <nodes>
`;

function declaration({ name, type }: Pick<GraphField<never>, 'name' | 'type'>): string {
  const known = type === 'int' ? 'integer' : type;
  return `      <attribute${attributes({ id: name, title: name, type: known })}/>\n`;
}

function edgeElement(id: string, edge: GraphEdge, nodes: ReadonlyMap<string, string>): string {
  const [source, target] = [nodes.get(edge.source), nodes.get(edge.target)];
  if (source === undefined || target === undefined) {
    throw new ChanceryError('export/changed', 'The record changed while it was being written down.', {
      hint: 'Run the same command again when nothing is being ingested.',
    });
  }
  const { from, to } = edge.entry.event.time;
  const type = edge.isDirected ? 'directed' : 'undirected';
  const own = attributes({ id, source, target, type, label: edge.entry.event.type, start: from, end: to });
  return `      <edge${own}>${held(EDGE_FIELDS, edge)}</edge>\n`;
}

function held<Of>(fields: readonly GraphField<Of>[], of: Of): string {
  const values = fields.flatMap((field) => {
    const value = field.value(of);
    return value === null ? [] : [`<attvalue${attributes({ for: field.name, value })}/>`];
  });
  return `<attvalues>${values.join('')}</attvalues>`;
}
