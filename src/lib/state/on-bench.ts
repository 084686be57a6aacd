/** What lies on the bench for tokens: what was pasted, and what it is held against, as it was typed. In memory alone. */

export const againstFields = [
	'issuer',
	'audience',
	'clientId',
	'keys',
	'secret',
	'secretForm',
	'nonce',
	'accessToken',
	'code',
	'state',
	'subject',
	'method',
	'url'
] as const;

export type AgainstField = (typeof againstFields)[number];

/** What is not there is not known. `metadata`: the document of the server, as JSON. `fetched`: its keys, as JSON. */
export type Against = Readonly<Partial<Record<AgainstField | 'metadata' | 'fetched', string>>>;

export interface OnBench {
	text: string;
	against: Against;
	/** What each of the tokens is checked as, by its place, where somebody chose. */
	uses?: Readonly<Record<number, string>>;
	/** What the server’s clock is ahead of this device, in milliseconds, where it is known. */
	ahead?: number;
	/** Where it came from, where that is told. `example`: made in this page. */
	from?: 'walk' | 'example';
}
