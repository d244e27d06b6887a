import type { Actor, ActorType, Event, Place, Quotation, Report, ReportRecord, Span, Status } from '../record/index.ts';
import { storedEventId } from '../store/index.ts';
import type { RecordExporter } from './exporter.ts';

/** Linked data: events and reports in schema.org, who says so in PROV-O, the words in Web Annotation. */
export const jsonld: RecordExporter = {
  over: 'records',
  name: 'jsonld',
  describes: 'linked data: schema.org events, PROV-O sources, Web Annotation selectors for the words',
  loses:
    'time expressions, mentions of actors, problems, reasons for inferred dates; the text but for the words that matter',
  extension: 'jsonld',
  mediaType: 'application/ld+json',
  async *write(records) {
    yield `{"@context": ${JSON.stringify(CONTEXT, null, 1)},\n"@graph": [`;
    let between = '\n';
    for await (const record of records()) {
      for (const node of nodes(record)) {
        yield `${between}${JSON.stringify(node)}`;
        between = ',\n';
      }
    }
    yield '\n]}\n';
  },
};

/** Everything stands in the file itself: nothing has to be fetched to read it. */
const CONTEXT = {
  '@version': 1.1,
  schema: 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  chancery: 'urn:chancery:vocabulary:',
  record: 'urn:chancery:record:',
  id: '@id',
  type: '@type',
  name: 'schema:name',
  url: { '@id': 'schema:url', '@type': '@id' },
  sameAs: { '@id': 'schema:sameAs', '@type': '@id' },
  inLanguage: 'schema:inLanguage',
  author: 'schema:author',
  publisher: 'schema:publisher',
  datePublished: { '@id': 'schema:datePublished', '@type': 'xsd:date' },
  startDate: { '@id': 'schema:startDate', '@type': 'xsd:date' },
  endDate: { '@id': 'schema:endDate', '@type': 'xsd:date' },
  eventStatus: { '@id': 'schema:eventStatus', '@type': '@id' },
  attendee: { '@id': 'schema:attendee', '@type': '@id' },
  location: 'schema:location',
  addressCountry: 'schema:addressCountry',
  geo: 'schema:geo',
  latitude: 'schema:latitude',
  longitude: 'schema:longitude',
  text: 'schema:text',
  isPartOf: { '@id': 'schema:isPartOf', '@type': '@id' },
  jobTitle: 'schema:jobTitle',
  wasDerivedFrom: { '@id': 'prov:wasDerivedFrom', '@type': '@id' },
  wasAttributedTo: { '@id': 'prov:wasAttributedTo', '@type': '@id' },
  qualifiedAttribution: 'prov:qualifiedAttribution',
  agent: { '@id': 'prov:agent', '@type': '@id' },
  hadRole: { '@id': 'prov:hadRole', '@type': '@id' },
  hasBody: { '@id': 'oa:hasBody', '@type': '@id' },
  hasTarget: 'oa:hasTarget',
  hasSource: { '@id': 'oa:hasSource', '@type': '@id' },
  hasSelector: 'oa:hasSelector',
  motivatedBy: { '@id': 'oa:motivatedBy', '@type': '@id' },
  exact: 'oa:exact',
  prefix: 'oa:prefix',
  suffix: 'oa:suffix',
  start: { '@id': 'oa:start', '@type': 'xsd:nonNegativeInteger' },
  end: { '@id': 'oa:end', '@type': 'xsd:nonNegativeInteger' },
  eventType: 'chancery:eventType',
  mode: 'chancery:mode',
  status: 'chancery:status',
  dateBasis: 'chancery:dateBasis',
  dateFrom: { '@id': 'chancery:dateFrom', '@type': 'xsd:date' },
  dateTo: { '@id': 'chancery:dateTo', '@type': 'xsd:date' },
  actor: { '@id': 'chancery:actor', '@type': '@id' },
  recipient: { '@id': 'chancery:recipient', '@type': '@id' },
  host: { '@id': 'chancery:host', '@type': '@id' },
  mediator: { '@id': 'chancery:mediator', '@type': '@id' },
  speaker: { '@id': 'chancery:speaker', '@type': '@id' },
  addressee: { '@id': 'chancery:addressee', '@type': '@id' },
  quotationKind: 'chancery:quotationKind',
  country: 'chancery:country',
  sector: 'chancery:sector',
  contexts: 'chancery:context',
  countMin: 'chancery:countMin',
  countMax: 'chancery:countMax',
  cameo: 'chancery:cameo',
  quad: 'chancery:quad',
  rule: 'chancery:rule',
  confidence: { '@id': 'chancery:confidence', '@type': 'xsd:double' },
} as const;

type Node = Readonly<Record<string, unknown>>;

function* nodes(record: ReportRecord): Generator<Node> {
  const { report, actors, events, quotations } = record;
  yield reportNode(report);
  for (const actor of actors) yield actorNode(actor);
  for (const event of events) yield eventNode(report, event);
  for (const event of events) yield* event.evidence.map((span, index) => eventAnnotation(report, event, span, index));
  for (const quotation of quotations) yield* quotationNodes(report, quotation);
}

function reportNode({ id, title, byline, outlet, language, url, published }: Report): Node {
  return known({
    id: iri(id),
    type: ['schema:Article', 'prov:Entity'],
    name: title,
    author: byline,
    publisher: outlet,
    inLanguage: language,
    url,
    datePublished: published.value,
  });
}

const ACTOR_CLASSES: Readonly<Record<ActorType, string>> = {
  person: 'schema:Person',
  state: 'schema:Country',
  government: 'schema:GovernmentOrganization',
  igo: 'schema:Organization',
  organisation: 'schema:Organization',
  'armed-group': 'schema:Organization',
  group: 'chancery:Group',
  place: 'schema:Place',
};

function actorNode({ id, type, name, wikidata, country, sector, office }: Actor): Node {
  return known({
    id: iri(id),
    type: type === 'place' ? [ACTOR_CLASSES[type]] : [ACTOR_CLASSES[type], 'prov:Agent'],
    name,
    sameAs: wikidata === null ? null : `http://www.wikidata.org/entity/${wikidata}`,
    country,
    sector,
    jobTitle: office,
  });
}

/** schema.org knows only what is to be or was cancelled; the record's own status always stands beside it. */
const EVENT_STATUSES: Readonly<Record<Status, string | null>> = {
  occurred: 'schema:EventScheduled',
  ongoing: 'schema:EventScheduled',
  planned: 'schema:EventScheduled',
  possible: null,
  negated: 'schema:EventCancelled',
};

function eventNode(report: Report, event: Event): Node {
  const { time, count } = event;
  const parties = [...new Set([...event.actors, ...event.recipients])].map(iri);
  return known({
    id: eventIri(report, event),
    type: ['schema:Event', 'prov:Entity'],
    eventType: event.type,
    mode: event.mode,
    status: event.status,
    eventStatus: EVENT_STATUSES[event.status],
    // schema.org's dates are those of the event itself; where ours only bound it, they stand in terms of our own alone.
    ...(time.basis === 'stated' && { startDate: time.from, endDate: time.to }),
    dateFrom: time.from,
    dateTo: time.to,
    dateBasis: time.basis,
    attendee: parties,
    actor: event.actors.map(iri),
    recipient: event.recipients.map(iri),
    host: event.hosts.map(iri),
    mediator: event.mediators.map(iri),
    location: event.place && placeNode(event.place),
    contexts: event.contexts,
    countMin: count?.min ?? null,
    countMax: count?.max ?? null,
    cameo: event.cameo,
    quad: event.quad,
    rule: event.rule,
    confidence: event.confidence,
    wasDerivedFrom: iri(report.id),
    qualifiedAttribution: event.attribution.map(({ actor, stance }) => ({
      type: 'prov:Attribution',
      agent: iri(actor),
      hadRole: `chancery:${stance}`,
    })),
  });
}

function placeNode({ name, country, lat, lon }: Place): Node {
  const geo = lat === null || lon === null ? null : { type: 'schema:GeoCoordinates', latitude: lat, longitude: lon };
  return known({ type: 'schema:Place', name, addressCountry: country, geo });
}

function eventAnnotation(report: Report, event: Event, span: Span, index: number): Node {
  const id = `${eventIri(report, event)}/evidence/${index + 1}`;
  return annotation(id, eventIri(report, event), report, span, 'oa:describing');
}

function quotationNodes(report: Report, quotation: Quotation): readonly Node[] {
  const id = `${iri(report.id)}/${quotation.id}`;
  const node = known({
    id,
    type: ['schema:Quotation', 'prov:Entity'],
    text: quotation.text,
    quotationKind: quotation.kind,
    speaker: quotation.speaker && iri(quotation.speaker),
    addressee: quotation.addressee && iri(quotation.addressee),
    wasAttributedTo: quotation.speaker && iri(quotation.speaker),
    isPartOf: iri(report.id),
  });
  return [node, annotation(`${id}/evidence/1`, id, report, quotation, 'oa:identifying')];
}

/** The words in their report, by quote with what stands around them, and by position. Source: Web Annotation, sections 4.2.4 and 4.2.5. */
function annotation(id: string, body: string, report: Report, span: Span, motivatedBy: string): Node {
  return {
    id,
    type: 'oa:Annotation',
    motivatedBy,
    hasBody: body,
    hasTarget: {
      type: 'oa:SpecificResource',
      hasSource: iri(report.id),
      hasSelector: [
        { type: 'oa:TextQuoteSelector', ...quoteOf(report.text, span) },
        { type: 'oa:TextPositionSelector', ...positionOf(report.text, span) },
      ],
    },
  };
}

/** So many characters around the words, as Hypothesis keeps them. */
const CONTEXT_CHARACTERS = 32;

function quoteOf(text: string, { start, end }: Span) {
  return {
    exact: text.slice(start, end),
    prefix: [...text.slice(0, start)].slice(-CONTEXT_CHARACTERS).join(''),
    suffix: [...text.slice(end, end + 2 * CONTEXT_CHARACTERS)].slice(0, CONTEXT_CHARACTERS).join(''),
  };
}

/** The standard counts code points; the record counts UTF-16 code units. */
function positionOf(text: string, { start, end }: Span) {
  const before = codePoints(text.slice(0, start));
  return { start: before, end: before + codePoints(text.slice(start, end)) };
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function eventIri(report: Report, event: Event): string {
  return iri(storedEventId(report.id, event.id));
}

/** `per:xi-jinping` becomes `record:per:xi-jinping`; what an IRI cannot hold is escaped. */
function iri(id: string): string {
  return `record:${encodeURI(id).replace(/[#?'[\]]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)}`;
}

/** Without what is not known, and without empty lists. */
function known(node: Node): Node {
  return Object.fromEntries(
    Object.entries(node).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
}
