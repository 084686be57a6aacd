/** Addresses and forms, by their parameters: which message of the flow each is. */
import { requestParameters } from '$lib/message/authorization-request';
import { responseSays } from '$lib/message/authorization-response';
import { isLoopback } from '$lib/message/loopback';
import { parseForm, queryOf, valueOf, type Pair } from '$lib/wire/form';
import type { HttpRequest } from '$lib/wire/http';
import { addressOf } from './address';
import { tokensBy } from './document';
import type { Brought } from './found';
import { placeOf } from './places';
import { secretsIn, secretsOf } from '$lib/message/pasted/secrets';

const get = (url: string): HttpRequest => ({ method: 'GET', url, headers: [] });

const has = (pairs: readonly Pair[], name: string): boolean => (valueOf(pairs, name) ?? '') !== '';

/** RFC 6749 §4.1.3, §6: what redeems. Its form may stand without the address to which it goes. */
function ofGrant(url: string, isWhole: boolean): Brought | undefined {
	const sent = queryOf(url);
	const isRedemption = has(sent, 'grant_type') || (has(sent, 'code') && has(sent, 'code_verifier'));
	if (!isRedemption) return undefined;
	const secrets = secretsOf(sent);
	if (isWhole) {
		const isOfFlow = /^(?:authorization_code|refresh_token)$/.test(valueOf(sent, 'grant_type') ?? '');
		return { kind: isOfFlow ? 'token-request' : 'request', request: get(url), secrets };
	}
	const body = url.replace(/^[^?]*\?/, '');
	const type = 'application/x-www-form-urlencoded';
	const request: HttpRequest = { method: 'POST', url: '', headers: [['content-type', type]], body };
	return { kind: 'token-form', request, secrets };
}

/** What stands beside a code in an answer, and nowhere else. */
const beside = ['state', 'iss', 'session_state', 'id_token', 'client_info', 'scope', 'authuser'];
const likeCallback = /call-?back|redirect|oidc|oauth|openid|sso|auth|sign-?in|login|\/cb\b/i;

/** `code` is also the name of a voucher, a country or a postcode: alone it makes no answer of a server. */
function isAnswer(url: string, said: readonly Pair[]): boolean {
	const address = URL.canParse(url) ? new URL(url) : undefined;
	if (!address || beside.some((name) => has(said, name))) return true;
	if (!/^https?:$/.test(address.protocol) || isLoopback(address)) return true;
	const code = valueOf(said, 'code') ?? '';
	return likeCallback.test(address.pathname + address.host) || (code.length >= 24 && /\d/.test(code));
}

/** Names that pages of servers and applications have for it, `error_code` and `errorKey` alike. */
const errorName =
	/^(?:auth|oauth2?|oidc|login|signin|sso|server|saml|social|internal)?err(?:or)?(?:code|key|message|msg|type|reason|name|description|details?|subcode)?$/;
const isNothing = (value: string): boolean => /^(?:|0|none|null|false|ok|success)$/i.test(value);
/** Wherever an address stands in another, encoded as often as servers do. */
const nested = /(?:[?&#]|%(?:25){0,2}(?:3f|26|23))error(?:=|%(?:25){0,2}3d)[\w%]/i;

/** An address that tells of an error in other words than RFC 6749 §4.1.2.1 has. */
function tellsError(url: string): boolean {
	if (/[?&]error(?:[&#]|$)/.test(url)) return true;
	if (nested.test(url)) return true;
	const pairs = url.split(/[?#]/).slice(1).flatMap(parseForm);
	return pairs.some(
		([name, value]) => errorName.test(name.toLowerCase().replace(/[^a-z\d]/g, '')) && !isNothing(value)
	);
}

/** What is only asked of an authorization endpoint (RFC 6749 §4.1.1), also where its `response_type` was forgotten. */
function isAsked(address: string, asked: readonly Pair[]): boolean {
	if (!has(asked, 'client_id')) return false;
	const names = ['response_type', 'request_uri', 'request'];
	if (names.some((name) => valueOf(asked, name) !== undefined)) return true;
	const place = placeOf(new URL(address));
	if (place === 'authorization') return ['redirect_uri', 'scope', 'state'].some((name) => has(asked, name));
	return place === undefined && has(asked, 'redirect_uri');
}

/** A callback, or a request, by its parameters; also the query of one alone. */
export function ofParameters(brought: string): Brought | undefined {
	if (!/[?&#]|^\w+=/.test(brought)) return undefined;
	// As it stands in the source of a page.
	const text = brought.replace(/&amp;(?=[\w.-]+=)/g, '&');
	const whole = addressOf(text);
	const url = whole ?? (/^[^?#=\s]+=/.test(text) ? `?${text}` : text);
	const said = responseSays({ url });
	const address = whole === undefined ? {} : { address: whole.replace(/[?#].*$/s, '') };
	if (has(said, 'error'))
		return { kind: 'callback-error', request: get(url), ...address, secrets: secretsOf(said) };
	if (whole !== undefined && !has(said, 'code') && tellsError(url))
		return { kind: 'error-page', ...address, secrets: secretsIn(text) };
	const grant = ofGrant(url, whole !== undefined);
	if (grant) return grant;
	const asked = requestParameters(get(url));
	if (whole !== undefined && isAsked(whole, asked))
		return { kind: 'authorization', request: get(url), ...address, secrets: secretsOf(asked) };
	if (has(said, 'code')) {
		const kind = isAnswer(url, said) ? 'callback-code' : 'callback-perhaps';
		return { kind, request: get(url), ...address, secrets: secretsOf(said) };
	}
	const tokens = tokensBy((name) => valueOf(said, name));
	return tokens.length === 0
		? undefined
		: { kind: 'token-answer', tokens, ...address, secrets: secretsOf(said) };
}

/** Where an API that refused says its metadata is (RFC 9728 §5.1). */
export const metadataOfApi = (text: string): string | undefined =>
	/\bresource_metadata\s{0,3}=\s{0,3}["']?(https?:\/\/[^\s"',\\]{1,2000})/i.exec(text)?.[1];
