/** A World whose authorization server gives a code and tokens to whatever it is asked. */
import type { PairWorld } from './world';
import { createPairWorld, issuer } from './world';

/** `scope`: what its answers say that was granted; undefined: nothing. `answers`: more of each token response. */
export function createLaxWorld(
	answers: (form: URLSearchParams) => Record<string, unknown> = () => ({})
): PairWorld {
	const honest = createPairWorld();
	let count = 0;

	return {
		...honest,
		async send(request, signal) {
			if (!request.url.startsWith(`${issuer}/token`)) return honest.send(request, signal);
			count += 1;
			const body = JSON.stringify({
				access_token: `access-${count}`,
				token_type: 'Bearer',
				expires_in: 60,
				refresh_token: `refresh-${count}`,
				...answers(new URLSearchParams(request.body))
			});
			const headers: [string, string][] = [
				['content-type', 'application/json'],
				['cache-control', 'no-store']
			];
			const response = { status: 200, statusText: '', headers, body };
			return { id: `lax-${count}`, request, response, at: honest.now(), ms: 1, via: 'page' };
		},
		async visit(url) {
			const { searchParams } = new URL(url);
			const back = new URL(searchParams.get('redirect_uri') ?? `${issuer}/nowhere`);
			back.searchParams.set('code', `code-${(count += 1)}`);
			const state = searchParams.get('state');
			if (state !== null) back.searchParams.set('state', state);
			back.searchParams.set('iss', issuer);
			return back.href;
		}
	};
}
