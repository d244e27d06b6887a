import robotsParserModule, { type Robot } from 'robots-parser';
import { ChanceryError } from '../../problems.ts';
import type { AddressRule } from './addresses.ts';
import { checkAddress, type RequestOptions, request } from './request.ts';
import { USER_AGENT } from './user-agent.ts';

/** The package's types speak of a default export; what is there is the function itself. */
const robotsParser = robotsParserModule as unknown as (url: string, text: string) => Robot;

/** What a host allows, and how long it wishes us to wait between two requests; null where it does not say. */
export interface RobotsRules {
  readonly allows: (url: URL) => boolean;
  readonly delayMs: number | null;
}

const ALLOW_ALL: RobotsRules = { allows: () => true, delayMs: null };
const MAX_BYTES = 512 * 1024;
const MAX_DELAY_MS = 30_000;
const MAX_REDIRECTS = 3;

/**
 * Reads the robots.txt of an origin. None there (any 4xx) allows all; one that cannot be had now (5xx, time-outs) throws, since then nothing
 * may be read. Source: RFC 9309, sections 2.3.1.3 and 2.3.1.4.
 */
export async function readRobots(origin: string, options: RequestOptions, allows: AddressRule): Promise<RobotsRules> {
  const address = `${origin}/robots.txt`;
  const text = await readText(address, { ...options, maxBytes: MAX_BYTES }, allows);
  if (text === null) return ALLOW_ALL;
  const rules = robotsParser(address, text);
  const delay = rules.getCrawlDelay(USER_AGENT);
  return {
    allows: (url) => rules.isAllowed(url.href, USER_AGENT) !== false,
    delayMs: delay === undefined ? null : Math.min(delay * 1000, MAX_DELAY_MS),
  };
}

async function readText(address: string, options: RequestOptions, allows: AddressRule): Promise<string | null> {
  try {
    let url = new URL(address);
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const response = await request(url, options);
      if (response.location === null) return await textOf(response.bytes);
      url = checkAddress(response.location, allows);
    }
    return null;
  } catch (error) {
    if (error instanceof ChanceryError && ABSENT.has(error.code)) return null;
    throw error;
  }
}

/** Answers that mean that there is no robots.txt. */
const ABSENT = new Set(['read/http-status', 'read/media-type', 'read/too-large']);

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
