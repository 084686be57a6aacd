/** What lies on the bench for tokens: what was pasted, and what it is held against, as it was typed. In memory alone. */

export const againstFields = [
	'use',
	'issuer',
	'audience',
	'clientId',
	'keys',
	'secret',
	'nonce',
	'accessToken',
	'code',
	'state',
	'subject',
	'method',
	'url'
] as const;

export type AgainstField = (typeof againstFields)[number];
/** Those that are typed. */
export type TypedField = Exclude<AgainstField, 'use'>;

/** What is not there is not known. `metadata`: the document of the server, as JSON. `fetched`: its keys, as JSON. */
export type Against = Readonly<Partial<Record<AgainstField | 'metadata' | 'fetched', string>>>;

export interface OnBench {
	text: string;
	against: Against;
	/** What the server’s clock is ahead of this device, in milliseconds, where it is known. */
	ahead?: number;
	/** Where it came from, where that is told. `example`: made in this page. */
	from?: 'walk' | 'example';
}
