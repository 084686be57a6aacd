/** What is known of an algorithm by its name alone (RFC 7518 §3.1, RFC 8037 §3.1, RFC 8812 §3.2). */

/** Which keys an algorithm goes with. */
export interface KeyKind {
	kty: string;
	crv?: string;
}

const rsa: KeyKind[] = [{ kty: 'RSA' }];
const edwards: KeyKind[] = [
	{ kty: 'OKP', crv: 'Ed25519' },
	{ kty: 'OKP', crv: 'Ed448' }
];

/** Asymmetric algorithms whose signatures a page can verify, with the keys of each. */
const verifiable: ReadonlyMap<string, readonly KeyKind[]> = new Map([
	...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'].map((alg) => [alg, rsa] as const),
	['ES256', [{ kty: 'EC', crv: 'P-256' }]],
	['ES384', [{ kty: 'EC', crv: 'P-384' }]],
	['ES512', [{ kty: 'EC', crv: 'P-521' }]],
	['EdDSA', edwards],
	['Ed25519', edwards.slice(0, 1)]
]);

/** Those for which no browser, or not every one, has what verifies them. */
const elsewhere: ReadonlyMap<string, readonly KeyKind[]> = new Map([
	['ES256K', [{ kty: 'EC', crv: 'secp256k1' }]],
	['Ed448', edwards.slice(1)],
	...['ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87'].map((alg): [string, KeyKind[]] => [alg, [{ kty: 'AKP' }]])
]);

/** Whether a public key of a key set serves for it here: neither `none` nor a shared secret. */
export const isPublicKeyAlgorithm = (alg: unknown): alg is string =>
	typeof alg === 'string' && verifiable.has(alg);

/** Whether the client secret makes and verifies it (OIDC Core §10.1). */
export const isOfSecret = (alg: string): boolean => /^HS(?:256|384|512)$/.test(alg);

export const isKnownElsewhere = (alg: string): boolean => elsewhere.has(alg);

/** The keys that it goes with; none where it is of no public key. */
export const kindsFor = (alg: string): readonly KeyKind[] => verifiable.get(alg) ?? elsewhere.get(alg) ?? [];

/** Whether a key is of a kind that goes with it. */
export const isOfKindFor = (alg: string, key: { kty?: string; crv?: string }): boolean =>
	kindsFor(alg).some(({ kty, crv }) => key.kty === kty && (crv === undefined || key.crv === crv));

export const nameOfKind = ({ kty, crv }: KeyKind): string => (crv === undefined ? kty : `${kty} ${crv}`);

/** `EdDSA` is named `Ed25519` or `Ed448` since RFC 9864; keys and tokens have any of them. */
export const isSameAlgorithm = (one: string, other: string): boolean =>
	one === other || (/^Ed/.test(one) && /^Ed/.test(other));
