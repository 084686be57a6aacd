import { encodeBase64 } from '$lib/wire/base64';
import { formatForm, queryOf, valueOf, type Pair } from '$lib/wire/form';
import { headerOf, type HttpRequest } from '$lib/wire/http';
import { formOf, isMap } from './message';
import type { Scene } from './scene';

/** What a library sends by itself, once it knows the client. */
const written = {
	authorization: ['response_type', 'client_id', 'redirect_uri', 'scope', 'state'],
	exchange: ['grant_type', 'code', 'redirect_uri', 'client_id', 'client_secret'],
	renew: ['grant_type', 'refresh_token', 'client_id', 'client_secret']
} as const;

/** Headers that such a library writes, or that ask for nothing else than it does. */
const plainHeaders = ['accept', 'authorization', 'content-type'];

const without = (pairs: readonly Pair[], names: readonly string[]): Pair[] =>
	pairs.filter(([name]) => !names.includes(name));

const inForm = (text: string): string => formatForm([['', text]]).slice(1);

/** As strict clients write it: the four characters that a form leaves alone are encoded as well. */
const inStrictForm = (text: string): string =>
	inForm(text).replace(/[*._-]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/** Whether a `Basic` header says these two, each encoded as in a form (RFC 6749 §2.3.1). */
const isBasicOf = (header: string | undefined, id: string, secret: string): boolean =>
	[inForm, inStrictForm].some(
		(encode) =>
			header?.replace(/^basic +/i, 'Basic ') ===
			`Basic ${encodeBase64(new TextEncoder().encode(`${encode(id)}:${encode(secret)}`))}`
	);

/** Whether the client says who it is as the library will say it: in the header, or in the form, and not in both. */
function isOwnClient(request: HttpRequest, form: readonly Pair[], scene: Scene): boolean {
	const { authentication, clientId, values } = scene;
	const secret = values.client_secret.text;
	const header = headerOf(request.headers, 'authorization');
	const said = [valueOf(form, 'client_id'), valueOf(form, 'client_secret')];
	const isSaid = (...wanted: (string | undefined)[]): boolean => wanted.every((one, at) => one === said[at]);
	switch (authentication) {
		case 'other':
			return false;
		case 'client_secret_basic':
			return isSaid(undefined, undefined) && isBasicOf(header, clientId, secret);
		case 'client_secret_post':
			return header === undefined && isSaid(clientId, secret);
		case 'none':
			return header === undefined && isSaid(clientId, undefined);
	}
}

/** Whether the library takes other headers as well. A proof is signed for one request (RFC 9449 §4.2): nobody takes that. */
interface Taken {
	headers: boolean;
}

const isPlain = ({ headers }: HttpRequest, taken: Taken): boolean =>
	taken.headers
		? headerOf(headers, 'dpop') === undefined
		: headers.every(([name]) => plainHeaders.includes(name.toLowerCase()));

function ofToken(request: HttpRequest, grant: string, scene: Scene, taken: Taken): Pair[] | undefined {
	const form = formOf(request);
	const isOwn = request.method === 'POST' && request.url === scene.tokenEndpoint && isPlain(request, taken);
	if (!form || !isOwn || !isMap(form) || !isOwnClient(request, form, scene)) return undefined;
	return valueOf(form, 'grant_type') === grant ? [...form] : undefined;
}

function ofAuthorization(scene: Scene): Pair[] | undefined {
	const { authorization, authorizationEndpoint, clientId, redirectUri } = scene;
	const isOwn =
		!authorizationEndpoint.includes('#') &&
		/^\S+(?: \S+)*$/.test(valueOf(authorization, 'scope') ?? 'none') &&
		isMap(authorization) &&
		valueOf(authorization, 'response_type') === 'code' &&
		valueOf(authorization, 'client_id') === clientId &&
		valueOf(authorization, 'redirect_uri') === redirectUri;
	return isOwn ? without(authorization, written.authorization) : undefined;
}

/**
 * For a library that writes the messages itself: the fields that it has to be told beside those that it knows. Undefined:
 * the walk's own message is one that such a library does not send, and the language writes it out.
 */
export function ownFields(
	scene: Scene,
	taken: Taken = { headers: false }
): Record<'authorization' | 'exchange' | 'renew', Pair[] | undefined> {
	const exchange = ofToken(scene.requests.exchange, 'authorization_code', scene, taken);
	const renew = ofToken(scene.requests.renew, 'refresh_token', scene, taken);
	const isBack = exchange !== undefined && valueOf(exchange, 'redirect_uri') === scene.redirectUri;
	return {
		authorization: ofAuthorization(scene),
		exchange: isBack ? without(exchange, written.exchange) : undefined,
		renew: renew && without(renew, written.renew)
	};
}

/** A value of the form that is sent. */
export const sentIn = (request: HttpRequest, name: string): string | undefined =>
	valueOf(formOf(request) ?? [], name);

/** Whether a library that reads the answer itself finds the code there that is sent. */
export const isOfAnswer = ({ answerInQuery, callbackUrl, requests }: Scene): boolean =>
	answerInQuery && valueOf(queryOf(callbackUrl), 'code') === sentIn(requests.exchange, 'code');

/** The token of a call, where it is sent as a library sends it (RFC 6750 §2.1) and no proof goes with it. */
export const bearerIn = ({ headers }: HttpRequest): string | undefined =>
	headerOf(headers, 'dpop') === undefined
		? /^Bearer (.*)$/is.exec(headerOf(headers, 'authorization') ?? '')?.[1]
		: undefined;
