/** What a server may have done with a request whose answer the page could not read. */
export type AtStake = 'code' | 'refresh-token' | 'revocation' | 'proof' | 'act' | 'nothing';

/** What speaks for a hidden answer before it comes: one of the same address, of its server, the metadata, a list. */
export type Foresight = 'address' | 'server' | 'metadata' | 'provider';
