import type { Check } from '$lib/lexicon/check';
import type { Realm } from '../realm';
import type { Refusal } from '../decide';
import { markup } from './html';
import { page } from './layout';

/**
 * An error for the person, because there is no address that it could safely be sent to: RFC 6749 §4.1.2.1 forbids
 * the redirect when the client or the redirect URI is not valid. `checks`: what it was refused for, where whoever runs
 * the server can do something about it.
 */
export const problemPage = (realm: Realm, refusal: Refusal, checks: readonly Check[] = []): Response =>
	page(
		realm,
		'This request cannot be answered',
		markup`<h1>This request cannot be answered</h1>
			<p>${refusal.description}.</p>
			${(realm.adviseOn?.(checks) ?? []).map((sentence) => markup`<p>${sentence}</p>`)}
			<p>
				The error is <code>${refusal.error}</code>. It is shown here and not sent back to the application,
				because it is not certain who the application is.
			</p>`,
		refusal.status ?? 400
	);
