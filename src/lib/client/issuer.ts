import { check, checkThat, type Check } from '$lib/lexicon/check';
import { isAllowedScheme, isLoopback } from './endpoint';

/** Checks of an issuer as typed, before anything is sent. */
export function checkIssuer(issuer: string): Check[] {
	const text = issuer.trim();
	const url = URL.canParse(text) ? new URL(text) : undefined;
	return [
		checkThat('issuer-is-url', url !== undefined && url.search === '' && url.hash === '', { actual: text }),
		url
			? checkThat('issuer-is-https', isAllowedScheme(url), {
					expected: isLoopback(url.hostname) ? 'https: or http:' : 'https:',
					actual: url.protocol
				})
			: check('issuer-is-https', 'skipped', { actual: 'no URL' })
	];
}
