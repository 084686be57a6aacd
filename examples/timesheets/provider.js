/** What the provider publishes about itself: OIDC Discovery §4, RFC 8414 §3. */

/** @typedef {{ issuer: string, keysUrl: URL, origins: string[] }} Provider */

/** @param {string} url @returns {Promise<Record<string, unknown>>} */
async function fetchJson(url) {
	const response = await fetch(url).catch(() => {
		throw new Error(`Nobody answers at ${url}. Is the provider running, and is ISSUER right?`);
	});
	const body = response.ok ? await response.json().catch(() => undefined) : undefined;
	if (typeof body === 'object' && body !== null) return body;
	throw new Error(`${url} answers with status ${response.status} and no metadata. Is ISSUER right?`);
}

/** @param {string} issuer @returns {Promise<Provider>} */
export async function findProvider(issuer) {
	const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
	const metadata = await fetchJson(url);
	// Whoever publishes the keys has to be who we believe: RFC 8414 §3.3.
	if (metadata.issuer !== issuer)
		throw new Error(`${url} is about ${metadata.issuer}. Write ISSUER exactly so, with or without a slash.`);
	if (typeof metadata.jwks_uri !== 'string') throw new Error(`${url} names no jwks_uri`);
	const asked = [issuer, metadata.token_endpoint, metadata.revocation_endpoint];
	const origins = asked.flatMap((one) =>
		typeof one === 'string' && URL.canParse(one) ? [new URL(one).origin] : []
	);
	return { issuer, keysUrl: new URL(metadata.jwks_uri), origins: [...new Set(origins)] };
}
