/** What a recording as a whole tells of its messages. */
import type { JsonObject } from '$lib/message/json-body';
import { sentPairs } from '$lib/message/token-request';
import { valueOf } from '$lib/wire/form';
import { headerOf, type Exchange } from '$lib/wire/http';
import type { Surroundings } from './recorded-message';

const has = (one: Exchange, header: string): boolean => headerOf(one.request.headers, header) !== undefined;

/** Whether no message of a file has the header in which tokens and secrets go: the export left it out of all. */
export const lacksAuthorization = (exchanges: readonly Exchange[]): boolean =>
	!exchanges.some((one) => has(one, 'authorization'));

export function surroundingsOf(
	exchanges: readonly Exchange[],
	metadata: readonly JsonObject[],
	servers: ReadonlySet<string>
): Surroundings {
	const asks = (one: Exchange): boolean =>
		one.request.method === 'OPTIONS' &&
		(headerOf(one.request.headers, 'access-control-request-headers') ?? '')
			.toLowerCase()
			.includes('authorization');
	return {
		metadata,
		servers,
		lacksAuthorization: lacksAuthorization(exchanges),
		askedFor: new Set(exchanges.filter(asks).map(({ request }) => request.url))
	};
}

/** Codes that are redeemed somewhere in the recording. */
export function redeemedIn(exchanges: readonly Exchange[]): ReadonlySet<string> {
	const sending = exchanges.filter(
		({ request }) => request.body !== undefined || /[?&]code_verifier=/.test(request.url)
	);
	return new Set(
		sending.flatMap(({ request }) => {
			const sent = sentPairs(request);
			const isRedemption = valueOf(sent, 'grant_type') ?? valueOf(sent, 'code_verifier');
			return isRedemption === undefined ? [] : (valueOf(sent, 'code') ?? []);
		})
	);
}
