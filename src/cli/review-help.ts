import { actorCards, findParty } from '../ask/index.ts';
import { ChanceryError } from '../problems.ts';
import type { Actor, Event, ReportRecord } from '../record/index.ts';
import { type EditHelp, partyWords, type Setting } from '../review/index.ts';
import type { Store } from '../store/index.ts';

/** Everything that an edit needs to know: who is meant by its words, and which codes go with a type. */
export async function editHelp(store: Store, record: ReportRecord, settings: readonly Setting[]): Promise<EditHelp> {
  const parties = new Map<string, Actor>();
  for (const words of partyWords(settings)) parties.set(words, await partyOf(store, record, words));
  const changesType = settings.some(({ field }) => field === 'type' || field === 'mode');
  return { parties, codes: changesType ? await codesOfTypes() : () => ({ cameo: null, quad: null }) };
}

/** Somebody by id, by a name or mention in the report, by what the store knows, or as gold writes him: `NAME|ISO3`. */
async function partyOf(store: Store, record: ReportRecord, words: string): Promise<Actor> {
  if (words.includes('|')) return newParty(words);
  const folded = words.toLowerCase();
  const named = record.actors.filter(({ id, name, mentions }) => {
    return id === words || name.toLowerCase() === folded || mentions.some(({ text }) => text.toLowerCase() === folded);
  });
  const known = named.find(({ id }) => id === words) ?? named.find(({ type }) => type !== 'place') ?? named[0];
  return known ?? partyOfStore(store, words);
}

async function partyOfStore(store: Store, words: string): Promise<Actor> {
  try {
    const party = await findParty(store, words);
    const id = party.kind === 'country' ? party.country : party.actor;
    const card = (await actorCards(store.db, [id])).get(id);
    return card ? { ...card, office: null, mentions: [] } : newParty(`|${id}`);
  } catch (error) {
    if (!(error instanceof ChanceryError) || error.code !== 'ask/unknown-actor') throw error;
    throw new ChanceryError('review/unknown-party', `Nobody in the record is called '${words}'.`, {
      expected: ['an id', 'a name', 'NAME|ISO3', '|ISO3', 'NAME|'],
      hint: 'Write somebody new as NAME|ISO3, a state as |ISO3, and who belongs to none as NAME|.',
      cause: error,
    });
  }
}

function newParty(words: string): Actor {
  const [name = '', country = ''] = words.split('|').map((part) => part.trim());
  const unknown = { wikidata: null, sector: null, office: null, mentions: [] };
  if (country !== '' && !/^[A-Z]{3}$/.test(country)) {
    throw new ChanceryError('review/bad-value', `'${country}' is no country.`, { expected: ['ISO 3166-1 alpha-3'] });
  }
  if (name === '') return { ...unknown, id: country, type: 'state', name: country, country };
  const id = `rev:${[...slugParts(name), ...(country ? [country.toLowerCase()] : [])].join('-')}`;
  return { ...unknown, id, type: 'group', name, country: country || null };
}

function slugParts(name: string): readonly string[] {
  return name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['somebody'];
}

async function codesOfTypes(): Promise<EditHelp['codes']> {
  const { loadLexicon } = await import('../lexicon/index.ts');
  const { codes } = loadLexicon();
  return (type, mode) => {
    const known = codes[type];
    if (!known) return { cameo: null, quad: null };
    if (mode !== null && !(mode in known.modes)) {
      throw new ChanceryError('review/bad-value', `'${mode}' is no mode of ${type}.`, {
        expected: Object.keys(known.modes).length > 0 ? Object.keys(known.modes) : ['no mode: mode='],
      });
    }
    const cameo = (mode === null ? undefined : known.modes[mode]) ?? known.cameo ?? null;
    return { cameo, quad: known.quad as Event['quad'] };
  };
}
