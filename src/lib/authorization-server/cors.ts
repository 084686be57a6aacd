import { originsOf } from './applications';
import type { Realm } from './realm';
import type { Application } from './settings';

/** Who may read the answers of an endpoint from a page of another origin. */
export type Readers = 'everyone' | 'registered' | 'nobody';

/** RFC 9449 §8: a page has to be able to read the nonce. */
const exposed = 'WWW-Authenticate, DPoP-Nonce, X-Request-Id';

async function isRegistered(realm: Realm, origin: string): Promise<boolean> {
	if (realm.settings.applications.some((application) => originsOf(application).includes(origin))) return true;
	const registered = await realm.store.list<Application>('application');
	return registered.some(([, application]) => originsOf(application).includes(origin));
}

/** The headers of the answer: WHATWG Fetch §3.3. None when the origin may not read it. */
export async function corsHeaders(
	realm: Realm,
	request: Request,
	readers: Readers
): Promise<Record<string, string>> {
	if (readers === 'nobody') return {};
	if (readers === 'everyone')
		return { 'access-control-allow-origin': '*', 'access-control-expose-headers': exposed };
	const origin = request.headers.get('origin');
	const vary = { vary: 'Origin' };
	if (origin === null || !(await isRegistered(realm, origin))) return vary;
	return { ...vary, 'access-control-allow-origin': origin, 'access-control-expose-headers': exposed };
}

/** The answer to a preflight: which methods and headers a page may use here. */
export const preflight = (methods: readonly string[]): Response =>
	new Response(null, {
		status: 204,
		headers: {
			'access-control-allow-methods': methods.join(', '),
			'access-control-allow-headers': 'Authorization, Content-Type, DPoP',
			'access-control-max-age': '600'
		}
	});
