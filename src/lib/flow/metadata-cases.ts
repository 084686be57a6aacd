import type { NetworkReason } from '$lib/lexicon/failure';
import type { MetadataCase } from '$lib/lexicon/metadata-cases';
import type { Exchange } from '$lib/wire/http';

/** What each kind of silence leaves possible. An answer that is hidden may be a document, and as well the lack of one. */
const possible: Partial<Record<NetworkReason, readonly MetadataCase[]>> = {
	cors: ['not-there', 'not-readable'],
	'cors-for-client': ['not-there', 'not-readable'],
	'cors-on-errors': ['not-there', 'not-readable'],
	'preflight-refused': ['not-there', 'not-readable'],
	'no-answer': ['unreachable', 'blocked'],
	'local-network': ['unreachable', 'blocked'],
	'local-network-denied': ['blocked'],
	'local-network-unanswered': ['unreachable', 'blocked'],
	'local-network-withheld': ['blocked'],
	'local-network-empty': ['unreachable'],
	filtered: ['blocked', 'not-there'],
	redirected: ['moved'],
	timeout: ['unreachable'],
	interrupted: ['unreachable'],
	offline: ['unreachable'],
	'mixed-content': ['blocked'],
	'blocked-by-policy': ['blocked']
};

/** The cases that remain possible after a metadata request. Empty: its answer was read, and its checks tell. */
export function casesOf({
	response,
	failure
}: Pick<Exchange, 'response' | 'failure'>): readonly MetadataCase[] {
	if (failure) return possible[failure.reason] ?? [];
	return response?.status === 404 || response?.status === 410 ? ['not-there'] : [];
}
