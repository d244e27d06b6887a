import PQueue from 'p-queue';
import { Agent } from 'undici';
import { ChanceryError } from '../../problems.ts';
import type { ReadLimits } from '../limits.ts';
import { openSource, type Source } from '../source.ts';
import { type AddressRule, isPublicAddress } from './addresses.ts';
import { guardedLookup } from './guarded-lookup.ts';
import { checkAddress, request } from './request.ts';
import { type RobotsRules, readRobots } from './robots.ts';
import { USER_AGENT } from './user-agent.ts';

/** How a fetcher is to behave. */
export interface FetcherOptions {
  readonly limits: ReadLimits;
  /** Which addresses may be connected to; only those of the public internet by default. */
  readonly allows?: AddressRule;
}

/**
 * Reads addresses of the web, politely: one request at a time to a host, no sooner after the last than the host wishes, nothing that its
 * robots.txt forbids; redirects, sizes and times bounded; each address checked after its name is resolved, and connected to as it was checked.
 */
export class Fetcher {
  readonly #agent: Agent;
  readonly #limits: ReadLimits;
  readonly #allows: AddressRule;
  readonly #queues = new Map<string, PQueue>();
  readonly #robots = new Map<string, Promise<RobotsRules>>();
  readonly #nextTurn = new Map<string, number>();

  constructor(options: FetcherOptions) {
    this.#limits = options.limits;
    this.#allows = options.allows ?? isPublicAddress;
    const { connectTimeoutMs, idleTimeoutMs } = options.limits;
    this.#agent = new Agent({
      connect: { timeout: connectTimeoutMs, lookup: guardedLookup(this.#allows) },
      headersTimeout: idleTimeoutMs,
      bodyTimeout: idleTimeoutMs,
      maxHeaderSize: 64 * 1024,
    });
  }

  /** Opens what an address leads to; its `url` is the address after all redirects. Throws a `read/…` error where it may not or cannot be read. */
  async open(address: string): Promise<Source> {
    const deadline = AbortSignal.timeout(this.#limits.totalTimeoutMs);
    let url = checkAddress(address, this.#allows);
    for (let redirects = 0; redirects <= this.#limits.maxRedirects; redirects++) {
      const response = await this.#inTurn(url, deadline);
      if (response.location === null) return openSource({ ...response.details, name: address }, response.bytes);
      url = checkAddress(response.location, this.#allows);
    }
    throw new ChanceryError('read/too-many-redirects', `It leads on more than ${this.#limits.maxRedirects} times.`, {
      at: { file: address },
    });
  }

  /** Ends all connections. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  /** Waits for the host's turn, then asks for the address. The turn ends when the response has begun. */
  async #inTurn(url: URL, deadline: AbortSignal) {
    const queue = this.#queues.get(url.host) ?? new PQueue({ concurrency: 1 });
    this.#queues.set(url.host, queue);
    return queue.add(async () => {
      const robots = await this.#robotsOf(url, deadline);
      if (!robots.allows(url)) {
        const hint = 'Save the page from a browser and read the file, or ask the site.';
        throw new ChanceryError(
          'read/robots',
          `The robots.txt of ${url.host} does not allow "${USER_AGENT}" to read it.`,
          { at: { file: url.href }, hint },
        );
      }
      await this.#waitFor(url.host, robots.delayMs ?? this.#limits.hostIntervalMs);
      return request(url, this.#requestOptions(deadline));
    });
  }

  #robotsOf(url: URL, deadline: AbortSignal): Promise<RobotsRules> {
    const known = this.#robots.get(url.origin);
    if (known) return known;
    const rules = readRobots(url.origin, this.#requestOptions(deadline), this.#allows);
    this.#robots.set(url.origin, rules);
    rules.catch(() => this.#robots.delete(url.origin));
    return rules;
  }

  async #waitFor(host: string, intervalMs: number): Promise<void> {
    const waitMs = (this.#nextTurn.get(host) ?? 0) - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    this.#nextTurn.set(host, performance.now() + intervalMs);
  }

  #requestOptions(deadline: AbortSignal) {
    return { dispatcher: this.#agent, deadline, maxBytes: this.#limits.maxResponseBytes };
  }
}
