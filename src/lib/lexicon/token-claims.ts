import type { Citation } from './citations';

/** Claims of standards that stand in tokens alone, beside those of `claims.ts`, each with its section or its address. */
export const tokenClaims = {
	may_act: { rfc: 'RFC 8693 §4.4' },
	sub_id: { rfc: 'RFC 9493 §4' },
	txn: { rfc: 'RFC 8417 §2.2' },
	toe: { rfc: 'RFC 8417 §2.2' },
	htm: { rfc: 'RFC 9449 §4.2' },
	htu: { rfc: 'RFC 9449 §4.2' },
	ath: { rfc: 'RFC 9449 §4.2' },
	_sd: { rfc: 'RFC 9901 §4.2.3' },
	_sd_alg: { rfc: 'RFC 9901 §4.1.1' },
	sd_hash: { rfc: 'RFC 9901 §4.3' },
	vct: { source: 'https://datatracker.ietf.org/doc/draft-ietf-oauth-sd-jwt-vc/' },
	status: { source: 'https://datatracker.ietf.org/doc/draft-ietf-oauth-status-list/' }
} as const satisfies Record<string, { rfc: Citation } | { source: string }>;

export type TokenClaim = keyof typeof tokenClaims;
