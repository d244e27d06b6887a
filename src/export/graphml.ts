import type { ActorCard } from '../ask/index.ts';
import type { TimelineExporter } from './exporter.ts';
import { EDGE_FIELDS, edgesOf, endsOf, type GraphEdge, type GraphField, NODE_FIELDS } from './graph.ts';
import { attributes, escapeXml } from './xml.ts';

const LABEL: GraphField<ActorCard> = { name: 'label', type: 'string', value: ({ name }) => name };

/** A network: actors are nodes, events between two of them edges. Source: GraphML 1.0. */
export const graphml: TimelineExporter = {
  over: 'timeline',
  name: 'graphml',
  describes: 'a network of actors, with an edge an event, for igraph, NetworkX, yEd and the like',
  loses: 'events with one party alone, hosts and mediators, the words, the reports, contexts, counts',
  extension: 'graphml',
  mediaType: 'application/graphml+xml',
  async *write(timeline) {
    yield HEAD;
    const nodes = new Map<string, string>();
    let edges = 0;
    for await (const entry of timeline()) {
      for (const edge of edgesOf(entry)) {
        for (const actor of endsOf(edge)) {
          if (nodes.has(actor.id)) continue;
          nodes.set(actor.id, `n${nodes.size}`);
          yield element('node', { id: nodes.get(actor.id)! }, [LABEL, ...NODE_FIELDS], actor);
        }
        yield edgeElement(`e${edges++}`, edge, nodes);
      }
    }
    yield '  </graph>\n</graphml>\n';
  },
};

/** Edges are undirected unless they say otherwise; ids are made up, as GraphML allows no slash in them. */
const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${[LABEL, ...NODE_FIELDS].map((field) => keyOf('node', field)).join('')}${EDGE_FIELDS.map((field) => keyOf('edge', field)).join('')}  <graph id="record" edgedefault="undirected">
`;

function keyOf(kind: 'node' | 'edge', { name, type }: Pick<GraphField<never>, 'name' | 'type'>): string {
  return `  <key${attributes({ id: `${kind}_${name}`, for: kind, 'attr.name': name, 'attr.type': type })}/>\n`;
}

function edgeElement(id: string, edge: GraphEdge, nodes: ReadonlyMap<string, string>): string {
  const ends = { source: nodes.get(edge.source)!, target: nodes.get(edge.target)! };
  return element('edge', { id, ...ends, directed: String(edge.isDirected) }, EDGE_FIELDS, edge);
}

function element<Of>(
  name: 'node' | 'edge',
  own: Readonly<Record<string, string>>,
  fields: readonly GraphField<Of>[],
  of: Of,
): string {
  const held = fields.flatMap((field) => {
    const value = field.value(of);
    return value === null ? [] : [`<data key="${name}_${field.name}">${escapeXml(String(value))}</data>`];
  });
  return `    <${name}${attributes(own)}>${held.join('')}</${name}>\n`;
}
