import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { ChanceryError } from '../../problems.ts';
import type { AddressRule } from './addresses.ts';

/**
 * Resolves names for the connection itself, so that the address that is checked is the address that is connected to: a name cannot
 * answer with another one in between.
 */
export function guardedLookup(allows: AddressRule): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...(options as LookupOptions), all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return callback(error, '', 0);
      const allowed = addresses.filter(({ address }) => allows(address));
      const [first] = allowed;
      if (!first) return callback(privateAddress(hostname), '', 0);
      if ((options as LookupOptions).all)
        return (callback as unknown as (error: null, addresses: LookupAddress[]) => void)(null, allowed);
      callback(null, first.address, first.family);
    });
  };
}

/** The refusal of an address that is not of the public internet. */
export function privateAddress(host: string): ChanceryError {
  return new ChanceryError('read/private-address', `${host} is an address of this machine or of a local network.`, {
    hint: 'Allow private addresses where you mean to read from your own network.',
  });
}
