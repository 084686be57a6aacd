import { headersAllowed, preflightLifetime, preflightVary } from '$lib/wire/preflight';
import { originsOf } from './applications';
import type { Realm } from './realm';
import type { Application } from './settings';

/** Who may read the answers of an endpoint from a page of another origin. */
export type Readers = 'everyone' | 'registered' | 'nobody';

/** RFC 9449 §8: a page has to be able to read the nonce. */
const exposed = 'WWW-Authenticate, DPoP-Nonce, X-Request-Id';

async function isRegistered(realm: Realm, origin: string): Promise<boolean> {
	if (realm.settings.applications.some((application) => originsOf(application).includes(origin))) return true;
	// A store that fails is told about by the answer itself, which has to be readable.
	const registered = await realm.store.list<Application>('application').catch(() => []);
	return registered.some(([, application]) => originsOf(application).includes(origin));
}

/**
 * The headers of the answer, whatever it says: WHATWG Fetch §3.3. A registered origin is named and may send cookies
 * along; a star never goes with those. Of what only registered ones may read, others learn nothing.
 */
async function readable(realm: Realm, request: Request, readers: Readers): Promise<Record<string, string>> {
	const origin = request.headers.get('origin');
	const registered = origin !== null && (await isRegistered(realm, origin));
	if (!registered && readers === 'registered') return {};
	return {
		'access-control-allow-origin': registered ? origin : '*',
		'access-control-expose-headers': exposed,
		...(registered ? { 'access-control-allow-credentials': 'true' } : {})
	};
}

/** `methods`: those of the endpoint, for a preflight. */
export async function corsHeaders(
	realm: Realm,
	request: Request,
	{ readers, methods }: { readers: Readers; methods: readonly string[] }
): Promise<Record<string, string>> {
	if (readers === 'nobody') return {};
	const headers = await readable(realm, request, readers);
	if (request.method !== 'OPTIONS') return { vary: 'Origin', ...headers };
	const vary = { vary: preflightVary };
	if (!('access-control-allow-origin' in headers)) return vary;
	return {
		...vary,
		...headers,
		'access-control-allow-methods': methods.join(', '),
		'access-control-allow-headers': headersAllowed(request),
		'access-control-max-age': preflightLifetime
	};
}
