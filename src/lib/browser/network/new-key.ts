/** Extractable, because it outlives the page in the trace of its tab: a proof must be signed by the same key later. */
export async function newKey(): Promise<string> {
	const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
	const { privateKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
	return JSON.stringify(await crypto.subtle.exportKey('jwk', privateKey));
}
