/** What servers published, as far as a recording has it, and which attempts it is for. */
import { stringOf } from '$lib/message/json-body';
import type { Exchange } from '$lib/wire/http';
import { address, jsonOf, metadataMove, moveOf, originOf } from './recorded-message';
import { exchangeOf, type RecordedAttempt } from './register';

/** The metadata documents of a recording. */
export const documentsIn = (exchanges: readonly Exchange[]): Exchange[] =>
	exchanges.filter((one) => metadataMove(one) && stringOf(jsonOf(one), 'issuer') !== undefined);

/** The key sets of a recording: of each address the newest. */
export function keySetsIn(exchanges: readonly Exchange[]): Exchange[] {
	const metadata = documentsIn(exchanges).slice(-50).map(jsonOf);
	const around = {
		metadata,
		lacksAuthorization: false,
		askedFor: new Set<string>(),
		servers: new Set<string>()
	};
	const sets = exchanges.filter(
		(one) =>
			one.request.method === 'GET' &&
			moveOf(one, around)?.[1] === 'jwks' &&
			// One that was not changed, or whose content is not there, takes the place of none.
			Array.isArray(jsonOf(one).keys)
	);
	return [...new Map(sets.map((one) => [one.request.url, one])).values()];
}

/** The messages that went to the server itself. */
const usedBy = (attempt: RecordedAttempt): string[] =>
	[
		attempt.messages.find(({ kind }) => kind === 'authorization')?.exchange,
		...(['token', 'par', 'refresh'] as const).map((move) => exchangeOf(attempt, move))
	].flatMap((one) => (one ? [address(one.request.url)] : []));

const names = ['authorization_endpoint', 'token_endpoint', 'pushed_authorization_request_endpoint'];

/**
 * Whether an endpoint that a document does not name may be of its server. Many servers share an origin: each has a path of its
 * own, but for names that stand for whatever server the person is of.
 */
function isOfTenant(issuer: string, endpoint: string): boolean {
	const { pathname } = new URL(issuer);
	return (
		pathname === '/' ||
		new URL(endpoint).pathname.startsWith(pathname.replace(/\/?$/, '/')) ||
		/\/(?:common|organizations|consumers)\//.test(endpoint)
	);
}

/** The document whose endpoints an attempt used; without one, that of the same origin. */
export function withDocuments(
	attempts: readonly RecordedAttempt[],
	documents: readonly Exchange[]
): RecordedAttempt[] {
	const byEndpoint = new Map<string, Exchange>();
	const byOrigin = new Map<string, Exchange>();
	for (const document of documents) {
		const said = jsonOf(document);
		for (const name of names) {
			const endpoint = stringOf(said, name);
			if (endpoint !== undefined) byEndpoint.set(address(endpoint), document);
		}
		const origin = originOf(stringOf(said, 'issuer'));
		if (origin !== undefined) byOrigin.set(origin, document);
	}
	return attempts.map((attempt) => {
		const used = usedBy(attempt);
		const near = used.flatMap((one) => {
			const document = byOrigin.get(originOf(one) ?? '');
			return document && isOfTenant(stringOf(jsonOf(document), 'issuer') ?? '', one) ? [document] : [];
		});
		const document = used.map((one) => byEndpoint.get(one)).find((one) => one !== undefined) ?? near[0];
		return { ...attempt, document };
	});
}

/** The key set of an attempt's server: the one that its metadata names or, without any, of the same origin; else the only one. */
export function keysOf(attempt: RecordedAttempt, keySets: readonly Exchange[]): Exchange | undefined {
	const named = stringOf(jsonOf(attempt.document), 'jwks_uri');
	if (named !== undefined) return keySets.find(({ request }) => request.url === named);
	const used = usedBy(attempt);
	const origins = new Set(used.map(originOf));
	const shared = ({ request: { url } }: Exchange): number =>
		Math.max(0, ...used.map((one) => [...one].findIndex((sign, index) => sign !== url[index])));
	const [near] = keySets
		.filter(({ request }) => origins.has(originOf(request.url)))
		.toSorted((a, b) => shared(b) - shared(a));
	const [only] = keySets;
	return near ?? (keySets.length === 1 ? only : undefined);
}
