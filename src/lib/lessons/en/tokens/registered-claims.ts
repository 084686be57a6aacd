import { tokenClaims, type TokenClaim } from '$lib/lexicon/token-claims';
import type { Citation } from '$lib/lexicon/citations';

const texts: Record<TokenClaim, string> = {
	may_act: 'Who may act for the subject later. It gives a permission; act says who does.',
	sub_id: 'The subject in a form that says which kind of identifier it is.',
	txn: 'A transaction that this token is a part of, for logs of several systems.',
	toe: 'When the event happened, which may be long before iat.',
	htm: 'The HTTP method of the request that a DPoP proof was made for.',
	htu: 'The address of the request that a DPoP proof was made for, without query and fragment.',
	ath: 'A hash of the access token that a DPoP proof goes with.',
	_sd: 'Hashes of claims that disclosures tell, and perhaps decoys among them.',
	_sd_alg: 'The hash function of the disclosures. Without it that is sha-256.',
	sd_hash: 'A hash of the SD-JWT and its disclosures that this key-binding JWT was signed for.',
	vct: 'The type of a verifiable credential.',
	status: 'Where it can be looked up whether the token was suspended or revoked.'
};

/** What a claim is that stands in tokens alone, with its section or its address; undefined for any other. */
export function tokenClaimText(name: string): { what: string; rfc?: Citation; source?: string } | undefined {
	const isOne = (one: string): one is TokenClaim => Object.hasOwn(tokenClaims, one);
	return isOne(name) ? { what: texts[name], ...tokenClaims[name] } : undefined;
}
