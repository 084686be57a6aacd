import { valueOf, type Pair } from '$lib/wire/form';
import type { HttpRequest } from '$lib/wire/http';
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

/** Whether the client says who it is as the library will say it: in the header, or in the form, and not in both. */
function isOwnClient(form: readonly Pair[], scene: Scene): boolean {
	if (scene.authentication === 'other') return false;
	const inHeader = scene.authentication === 'client_secret_basic';
	const secret = scene.authentication === 'client_secret_post' ? scene.values.client_secret.text : undefined;
	return (
		valueOf(form, 'client_id') === (inHeader ? undefined : scene.clientId) &&
		valueOf(form, 'client_secret') === secret
	);
}

function ofToken(request: HttpRequest, grant: string, scene: Scene): Pair[] | undefined {
	const form = formOf(request);
	const isPlain =
		request.method === 'POST' &&
		request.url === scene.tokenEndpoint &&
		request.headers.every(([name]) => plainHeaders.includes(name.toLowerCase()));
	if (!form || !isPlain || !isMap(form) || !isOwnClient(form, scene)) return undefined;
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
export function ownFields(scene: Scene): Record<'authorization' | 'exchange' | 'renew', Pair[] | undefined> {
	const exchange = ofToken(scene.requests.exchange, 'authorization_code', scene);
	const renew = ofToken(scene.requests.renew, 'refresh_token', scene);
	const isBack = exchange !== undefined && valueOf(exchange, 'redirect_uri') === scene.redirectUri;
	return {
		authorization: ofAuthorization(scene),
		exchange: isBack ? without(exchange, written.exchange) : undefined,
		renew: renew && without(renew, written.renew)
	};
}
