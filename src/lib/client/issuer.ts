import { isSecureOrLoopback } from '$lib/message/loopback';
import type { Check, CheckStatus } from '$lib/lexicon/check';
import { check, checkThat } from '$lib/lexicon/client-check';
import { say } from '$lib/lexicon/said';
import { isLoopback } from '$lib/message/loopback';
import type { JsonObject } from '$lib/message/json-body';
import { withoutWellKnown } from '$lib/message/well-known';

/** Stands in the issuer of a server whose one document is for all its tenants; a token has its own in `tid`. */
const tenant = '{tenantid}';

/** Names that Microsoft Entra ID has for many tenants at once. */
const sharedNames = ['common', 'organizations', 'consumers'];

/**
 * The tenant that an issuer names where the template has its placeholder. That is one whole segment of the path, after
 * a scheme and a host that are fixed: a template with its placeholder in the host would fit the issuers of others.
 */
function tenantOf(template: string, issuer: string): string | undefined {
	const [before, after, ...more] = template.split(tenant);
	if (before === undefined || after === undefined || more.length > 0) return undefined;
	if (!/^https?:\/\/[^/{}]+\/(?:.*\/)?$/.test(before) || !/^(?:\/|$)/.test(after)) return undefined;
	if (!issuer.startsWith(before) || !issuer.endsWith(after)) return undefined;
	const name = issuer.slice(before.length, issuer.length - after.length);
	return /^(?!\.\.?$)[\w.-]+$/.test(name) ? name : undefined;
}

/** Whether an issuer is that of one tenant of the template. */
export const fitsTemplate = (template: string, issuer: string): boolean =>
	tenantOf(template, issuer) !== undefined;

/**
 * How one issuer stands to another. `spelling`: both lead to one metadata document, so whoever answers for one answers
 * for the other; they differ by a slash at the end, the letter case of the host, a default port, an empty path, the
 * well-known part, or the placeholder of a template. The standards compare character by character and take no such
 * pair for one issuer.
 * @see [RFC 8414 §3.3](https://www.rfc-editor.org/rfc/rfc8414#section-3.3)
 * @see [RFC 9207 §2.4](https://www.rfc-editor.org/rfc/rfc9207#section-2.4)
 */
export function compareIssuers(expected: string, actual: string): 'identical' | 'spelling' | 'other' {
	if (actual === expected) return 'identical';
	const [one, other] = [placeOf(expected), placeOf(actual)];
	return (one !== undefined && one === other) || fitsTemplate(actual, expected) ? 'spelling' : 'other';
}

/** Where the metadata of an issuer is, in one spelling; undefined: it is no URL. */
function placeOf(issuer: string): string | undefined {
	const bare = withoutWellKnown(issuer);
	return URL.canParse(bare) ? new URL(bare).href.replace(/\/$/, '') : undefined;
}

/** The issuer to hold a server to: who asked for one tenant of a template gets no other; else the document's. */
export function pinnedIssuer(documented: string, typed: string): string {
	const named = tenantOf(documented, typed);
	return named === undefined || sharedNames.includes(named) ? documented : typed;
}

/** The issuer that a token must name: that of its own tenant where the server's is a template. */
export function issuerFor(issuer: string, claims: JsonObject): string {
	const own = typeof claims.tid === 'string' ? issuer.replace(tenant, claims.tid) : issuer;
	return fitsTemplate(issuer, own) ? own : issuer;
}

function statusOfScheme(url: URL, plainHosts: readonly string[]): CheckStatus {
	if (isSecureOrLoopback(url)) return 'pass';
	return url.protocol === 'http:' && plainHosts.includes(url.hostname) ? 'warn' : 'fail';
}

/** Checks of an issuer as typed, before anything is sent. `plainHosts`: those to which there is a yes to `http:`. */
export function checkIssuer(issuer: string, plainHosts: readonly string[] = []): Check[] {
	const text = issuer.trim();
	const url = URL.canParse(text) ? new URL(text) : undefined;
	return [
		checkThat('issuer-is-url', url !== undefined && url.search === '' && url.hash === '', { actual: text }),
		url
			? check('issuer-is-https', statusOfScheme(url, plainHosts), {
					expected: isLoopback(url) ? say('one-of', 'https:', 'http:') : 'https:',
					actual: url.protocol
				})
			: check('issuer-is-https', 'skipped', { actual: say('not-a-url') })
	];
}
