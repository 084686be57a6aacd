import type { Check } from '$lib/lexicon/check';
import type { Realm } from '../realm';
import type { Refusal } from '../decide';
import { code, markup } from './html';
import { homeLink, page } from './layout';

/**
 * An error for the person, because there is no address that it could safely be sent to: RFC 6749 §4.1.2.1 forbids
 * the redirect when the client or the redirect URI is not valid. `checks`: what it was refused for, where whoever runs
 * the server can do something about it.
 */
export function problemPage(realm: Realm, refusal: Refusal, checks: readonly Check[] = []): Response {
	const { problem } = realm.texts;
	return page(
		realm,
		problem.title,
		markup`<h1>${problem.title}</h1>
			<p>${problem.what(refusal.description)}</p>
			${(realm.adviseOn?.(checks) ?? []).map((sentence) => markup`<p>${sentence}</p>`)}
			<p>${problem.error(code(refusal.error))}</p>
			${homeLink(realm)}`,
		refusal.status ?? 400
	);
}
