/**
 * The metadata and the keys of an issuer, for a token that was brought alone: part of no walk. They are documents
 * that anybody may read, and nothing of the token is in the requests.
 */
import { askDocument } from '$lib/client/discovery';
import { compareIssuers } from '$lib/client/issuer';
import { askKeySet, readKeySet } from '$lib/client/key-set';
import { metadataAddresses } from '$lib/client/metadata-addresses';
import type { AskFailure, NetworkFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { parseJsonObject, stringOf } from '$lib/message/json-body';
import { headerOf, type Exchange, type HttpRequest, type Probe } from '$lib/wire/http';
import { refusedByGate } from './gate';
import type { World } from './world';

/** Documents as they came. `ahead`: what the clock of the server is ahead, in milliseconds, where an answer told it. */
export interface FoundServer {
	metadata: string;
	keys?: string;
	/** Where the keys are, and why they did not come. */
	jwksUri?: string;
	keysFailure?: ServerFailure;
	ahead?: number;
}

/**
 * Why there are none. `not-published`: no place that the issuer may have it at has metadata. `other-issuer`: a document is
 * there, and it is another issuer’s (RFC 8414 §3.3). `no-jwks-uri`, `no-keys`: nothing in it to verify with.
 */
export type ServerFailure =
	| { reason: 'not-published' | 'no-jwks-uri' | 'no-keys'; where?: string }
	| { reason: 'other-issuer'; where: string }
	| { reason: 'network'; failure: NetworkFailure | AskFailure; probes: readonly Probe[]; where: string };

type Sender = Pick<World, 'send'>;

/** After these no other address of the same server does better. */
const ended: ReadonlySet<string> = new Set([
	...['cancelled', 'offline', 'no-answer', 'mixed-content', 'blocked-by-policy', 'plain-http', 'part-missing']
]);

async function fetchOne(
	{ send }: Sender,
	request: Result<HttpRequest, AskFailure>,
	signal: AbortSignal
): Promise<Result<Exchange, ServerFailure>> {
	const where = request.ok ? request.value.url : '';
	const refused = request.ok ? refusedByGate({ plainHosts: [] }, where) : request.failure;
	if (!request.ok || refused)
		return fail({ reason: 'network', failure: refused ?? { reason: 'no-answer' }, probes: [], where });
	const exchange = await send(request.value, signal);
	return exchange.failure
		? fail({ reason: 'network', failure: exchange.failure, probes: exchange.probes ?? [], where })
		: ok(exchange);
}

/** RFC 9110 §6.6.1: in whole seconds, so that less than two of them are no difference. */
function aheadOf({ response, at, ms }: Exchange): number | undefined {
	const said = Date.parse(headerOf(response?.headers ?? [], 'date') ?? '');
	if (Number.isNaN(said)) return undefined;
	const apart = said + 500 - (at + ms / 2);
	return Math.abs(apart) < 2000 ? 0 : Math.round(apart);
}

async function withKeys(
	world: Sender,
	metadata: string,
	about: Pick<FoundServer, 'ahead'>,
	signal: AbortSignal
): Promise<FoundServer> {
	const body = parseJsonObject(metadata);
	const jwksUri = body.ok ? stringOf(body.value, 'jwks_uri') : undefined;
	if (jwksUri === undefined) return { metadata, ...about, keysFailure: { reason: 'no-jwks-uri' } };
	const keys = await findKeys(world, jwksUri, signal);
	return keys.ok
		? { metadata, ...about, jwksUri, keys: keys.value }
		: { metadata, ...about, jwksUri, keysFailure: keys.failure };
}

/** The document with the keys that is at an address. Refused: anything that is no key set. */
export async function findKeys(
	world: Sender,
	jwksUri: string,
	signal: AbortSignal = new AbortController().signal
): Promise<Result<string, ServerFailure>> {
	const came = await fetchOne(world, askKeySet(jwksUri), signal);
	if (!came.ok) return came;
	const { response } = came.value;
	return response && readKeySet(response).value
		? ok(response.body)
		: fail({ reason: 'no-keys', where: jwksUri });
}

/** Asks one place after the other until a document of this very issuer is there. Refused: documents of others. */
export async function findServer(
	world: Sender,
	issuer: string,
	signal: AbortSignal = new AbortController().signal
): Promise<Result<FoundServer, ServerFailure>> {
	let last: ServerFailure = { reason: 'not-published', where: issuer };
	for (const { url } of metadataAddresses(issuer)) {
		const came = await fetchOne(world, await askDocument(url), signal);
		if (!came.ok) {
			last = came.failure;
			if (last.reason === 'network' && ended.has(last.failure.reason)) break;
			continue;
		}
		const { response } = came.value;
		const body = response?.status === 200 ? parseJsonObject(response.body) : undefined;
		if (!response || !body?.ok) continue;
		const said = stringOf(body.value, 'issuer') ?? '';
		if (compareIssuers(issuer.trim(), said) === 'other') {
			last = { reason: 'other-issuer', where: said };
			continue;
		}
		const ahead = aheadOf(came.value);
		return ok(await withKeys(world, response.body, ahead === undefined ? {} : { ahead }, signal));
	}
	return fail(last);
}
