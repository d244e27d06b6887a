import type { ActorCard, TimelineEntry } from '../ask/index.ts';
import { dyads } from './dyads.ts';

/** An attribute of nodes or edges, as graph formats declare them. */
export interface GraphField<Of> {
  readonly name: string;
  readonly type: 'string' | 'int' | 'double';
  readonly value: (of: Of) => string | number | null;
}

/** One event between two: an edge of the graph. */
export interface GraphEdge {
  readonly entry: TimelineEntry;
  readonly source: string;
  readonly target: string;
  readonly isDirected: boolean;
}

export const NODE_FIELDS: readonly GraphField<ActorCard>[] = [
  { name: 'actor', type: 'string', value: ({ id }) => id },
  { name: 'kind', type: 'string', value: ({ type }) => type },
  { name: 'country', type: 'string', value: ({ country }) => country },
  { name: 'sector', type: 'string', value: ({ sector }) => sector },
  { name: 'wikidata', type: 'string', value: ({ wikidata }) => wikidata },
];

export const EDGE_FIELDS: readonly GraphField<GraphEdge>[] = [
  { name: 'event', type: 'string', value: ({ entry }) => entry.id },
  { name: 'event_type', type: 'string', value: ({ entry }) => entry.event.type },
  { name: 'mode', type: 'string', value: ({ entry }) => entry.event.mode },
  { name: 'status', type: 'string', value: ({ entry }) => entry.event.status },
  { name: 'from', type: 'string', value: ({ entry }) => entry.event.time.from },
  { name: 'to', type: 'string', value: ({ entry }) => entry.event.time.to },
  { name: 'quad', type: 'int', value: ({ entry }) => entry.event.quad },
  {
    name: 'attribution',
    type: 'string',
    value: ({ entry }) => entry.event.attribution.map(({ actor, stance }) => `${actor} ${stance}`).join('; ') || null,
  },
  { name: 'place', type: 'string', value: ({ entry }) => entry.event.place?.name ?? null },
  { name: 'confidence', type: 'double', value: ({ entry }) => entry.event.confidence },
];

/** The edges of an event: one a pair of parties, none where it has one side only. */
export function edgesOf(entry: TimelineEntry): readonly GraphEdge[] {
  return dyads(entry.event).flatMap(({ actor, recipient, isSymmetric }) =>
    actor === null || recipient === null ? [] : [{ entry, source: actor, target: recipient, isDirected: !isSymmetric }],
  );
}

/** Both ends of an edge. */
export function endsOf({ entry, source, target }: GraphEdge): readonly ActorCard[] {
  return [source, target].map(
    (id) =>
      entry.actors.find((actor) => actor.id === id) ?? {
        id,
        type: 'group',
        name: id,
        wikidata: null,
        country: null,
        sector: null,
      },
  );
}
