import { z } from 'zod';
import { DAYPARTS, MODS, SEASONS, UNITS } from './term.ts';

/** A `$name` of the pattern, to be put in when the rule has matched; `-$name` is its negative. */
const reference = z.string().regex(/^-?\$[a-z0-9-]+$/);
const or = <T extends z.ZodType>(schema: T) => z.union([schema, reference]);

const number: z.ZodType = z.lazy(() =>
  or(z.union([z.number(), z.strictObject({ op: z.enum(['sum', 'product']), of: z.array(number) })])),
);
const count = or(z.union([z.number(), z.literal('X')]));
const unit = or(z.enum(UNITS));
const mod = or(z.enum(MODS));
const side = or(z.union([z.literal(-1), z.literal(1)]));
const term: z.ZodType = z.lazy(() => z.union([reference, meaningSchema]));
const base = z.union([z.enum(['published', 'focus']), term]);

/** What a rule means: a template of a term (see `term.ts`), a number to be worked out, or just one of its parts. */
const meaningSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('sum'), of: z.array(number) }),
  z.strictObject({ op: z.literal('product'), of: z.array(number) }),
  z.strictObject({
    op: z.literal('calendar'),
    era: or(z.literal('BC')).optional(),
    century: number.optional(),
    decade: number.optional(),
    year: z.union([number, term]).optional(),
    shortYear: number.optional(),
    fiscal: z.boolean().optional(),
    half: number.optional(),
    quarter: number.optional(),
    season: or(z.enum(SEASONS)).optional(),
    month: z.union([number, term]).optional(),
    week: number.optional(),
    weekday: number.optional(),
    day: number.optional(),
    holiday: z.string().optional(),
    which: number.optional(),
    in: term.optional(),
    weekend: z.boolean().optional(),
    from: z.literal('focus').optional(),
  }),
  z.strictObject({
    op: z.literal('step'),
    unit,
    by: count,
    sign: side.optional(),
    from: base.optional(),
    mod: mod.optional(),
    exact: z.boolean().optional(),
  }),
  z.strictObject({
    op: z.literal('nth'),
    n: number,
    unit,
    weekday: number.optional(),
    within: term,
    count: count.optional(),
  }),
  z.strictObject({ op: z.literal('part'), mod, of: term }),
  z.strictObject({
    op: z.literal('clock'),
    hour: number,
    minute: number.optional(),
    second: number.optional(),
    half: or(z.enum(['am', 'pm'])).optional(),
    zone: number.optional(),
    day: term.optional(),
    mod: mod.optional(),
  }),
  z.strictObject({ op: z.literal('daypart'), part: or(z.enum(DAYPARTS)), day: term.optional() }),
  z.strictObject({ op: z.literal('reference'), value: or(z.enum(['PAST_REF', 'PRESENT_REF', 'FUTURE_REF'])) }),
  z.strictObject({ op: z.literal('length'), count, unit, mod: mod.optional() }),
  z.strictObject({ op: z.literal('stretch'), count, unit, side, from: base.optional(), mod: mod.optional() }),
  z.strictObject({
    op: z.literal('every'),
    count: count.optional(),
    unit: unit.optional(),
    weekday: number.optional(),
    month: number.optional(),
    part: or(z.enum(DAYPARTS)).optional(),
    season: or(z.enum(SEASONS)).optional(),
  }),
  z.strictObject({ op: z.literal('rest'), side, of: term, mod: mod.optional() }),
  z.strictObject({ op: z.literal('ahead'), count, unit, how: z.enum(['in', 'within']) }),
  z.strictObject({ op: z.literal('military'), digits: number, zone: number.optional() }),
  z.strictObject({ op: z.literal('at'), time: term, day: term }),
  z.strictObject({
    op: z.literal('on'),
    holiday: reference,
    year: z.union([number, term]).optional(),
    which: number.optional(),
  }),
  z.strictObject({
    op: z.literal('pair'),
    first: term,
    more: term.optional(),
    second: term,
    join: or(z.enum(['range', 'list'])),
  }),
]);

const scalar = z.union([z.number(), z.string()]);

/** A class of words: a table from word to value, a plain list, or numbers written in digits. */
const classSchema = z.union([
  z.strictObject({ words: z.record(z.string(), scalar), capital: z.array(z.string()).default([]) }),
  z.strictObject({ list: z.array(z.string()) }),
  /** Words in small letters by how they end; for contexts only. */
  z.strictObject({ endings: z.array(z.string()), but: z.array(z.string()).default([]) }),
  z.strictObject({ digits: z.array(z.int()), min: z.int(), max: z.int(), step: z.int().default(1) }),
]);

const sideSchema = z.strictObject({ before: z.array(z.string()).optional(), after: z.array(z.string()).optional() });

const ruleSchema = z.strictObject({
  id: z.string(),
  /** The kind of phrase that it makes; patterns name it as `<kind>`. */
  gives: z.string(),
  pattern: z.union([z.string(), z.array(z.string()).min(1)]),
  means: z.union([reference, scalar, meaningSchema]),
  /** Never an expression by itself, only a part of others. */
  part: z.boolean().default(false),
  /** Read only where the tense points one of these ways. */
  tense: z.array(z.enum(['past', 'future', 'later', 'unknown'])).optional(),
  /** Read in narrative mode alone. */
  narrative: z.boolean().default(false),
  /** The words before or after must not be among these; CAPITALS name a class. */
  unless: sideSchema.optional(),
  /** One of these words must stand before, or after. */
  needs: sideSchema.optional(),
  /** For pairs: the parts of the pattern that each expression covers, as `name` or `first..last`. */
  splits: z.tuple([z.string(), z.string()]).optional(),
  examples: z.array(z.string()).default([]),
  silent: z.array(z.string()).default([]),
});

const dayRule = z.union([
  z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31), days: z.int().default(1) }),
  z.strictObject({ month: z.int(), weekday: z.int().min(1).max(7), nth: z.int(), days: z.int().default(1) }),
  z.strictObject({ easter: z.enum(['western', 'orthodox']), plus: z.int(), days: z.int().default(1) }),
  /** Its days, one a year, with blanks between them. */
  z.strictObject({
    dates: z.string().regex(/^\d{4}-\d{2}-\d{2}( \d{4}-\d{2}-\d{2})*$/),
    days: z.int().default(1),
    /** The feast before which it ends, in place of a number of days. */
    until: z.string().optional(),
  }),
]);

/** One YAML file of the time grammar; each may hold any of these parts. */
export const grammarFileSchema = z.strictObject({
  about: z.string().optional(),
  published: z.iso.date().optional(),
  classes: z.record(z.string(), classSchema).default({}),
  rules: z.array(ruleSchema).default([]),
  holidays: z.record(z.string(), dayRule).default({}),
  /** Cue classes for direction, and prepositions for the days of an event. */
  tense: z.record(z.string(), z.array(z.string())).default({}),
  governors: z.record(z.string(), z.array(z.string())).default({}),
  /** Words that count only with one of these parts of speech, where there is a parse. */
  speech: z.record(z.string(), z.array(z.string())).default({}),
});

export type GrammarFile = z.infer<typeof grammarFileSchema>;
export type RuleSource = z.infer<typeof ruleSchema>;
export type ClassSource = z.infer<typeof classSchema>;
export type HolidayRule = z.infer<typeof dayRule>;
