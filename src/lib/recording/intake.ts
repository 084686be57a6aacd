/**
 * What somebody brought: recognised by its form, at once and without any request. What is said of it goes no further than
 * the form: an address that looks like an API may be none. What is not recognised is called so.
 */
import { bareForms } from '$lib/message/pasted/bare';
import { requestParameters } from '$lib/message/authorization-request';
import { responseSays } from '$lib/message/authorization-response';
import { isJsonObject, stringOf, type JsonObject } from '$lib/message/json-body';
import { decodeToken, disclosuresIn, isJwk } from '$lib/message/jwt';
import { isLoopback } from '$lib/message/loopback';
import { beginsAsJose } from '$lib/message/pasted/form';
import { readPastedTokens } from '$lib/message/pasted/read';
import { sentPairs } from '$lib/message/token-request';
import type { BroughtKind } from '$lib/lexicon/brought';
import type { TokenForm } from '$lib/lexicon/token-forms';
import { isSecretParameter, privateJwkMembers } from '$lib/lexicon/secrets';
import { valueOf, type Pair } from '$lib/wire/form';
import { readCurlOutput } from '$lib/wire/curl-output';
import type { HttpRequest, HttpResponse } from '$lib/wire/http';
import { parseJson } from '$lib/wire/json';
import { parseCurl } from '$lib/wire/parse-curl';
import { casesFormat } from '$lib/trace/case';

export interface Brought {
	kind: BroughtKind;
	/** The issuer, the API, the page of a callback: what the next step goes by. */
	address?: string;
	/** The document or the token without what stood around it, where something did. */
	bare?: string;
	/** The token that was brought alone. */
	token?: string;
	/** The ID token and the access token of an answer, by their names. */
	tokens?: Pair[];
	/** The message that a command sends, or that an address stands for. */
	request?: HttpRequest;
	/** The answer that stood under the command. `assumed`: its body alone. */
	response?: HttpResponse;
	assumed?: true;
	/** Names of what is secret in it, and whose time may not be over. */
	secrets: string[];
}

/** Whether it is one message that can be opened as an attempt. */
export const isMessage = ({ kind }: Brought): boolean =>
	['callback-code', 'callback-error', 'authorization', 'token-request'].includes(kind);

/** Recordings are tens of megabytes: only so much is looked at to tell what it is. */
const glance = 4_000;

const secretsOf = (pairs: readonly Pair[]): string[] => [
	...new Set(pairs.flatMap(([name, value]) => (value !== '' && isSecretParameter(name) ? [name] : [])))
];

/** Names in any text: `"access_token": "…"`, `code_verifier=…`, `Authorization: Bearer …`. */
function secretsIn(text: string): string[] {
	const named = [...text.matchAll(/\b([a-z_]+)"?\s*[=:]\s*"?[^\s"&,}]{6}/gi)].map(([, name = '']) => name);
	const bearer = /\b(?:Bearer|DPoP)\s+[\w.~+/-]{12,}/i.test(text) ? ['access_token'] : [];
	return [...new Set([...named.filter((name) => name.includes('_') && isSecretParameter(name)), ...bearer])];
}

const endpointNames = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'];

const tokensBy = (find: (name: string) => string | undefined): Pair[] =>
	['id_token', 'access_token'].flatMap((name): Pair[] => {
		const token = find(name);
		return token === undefined ? [] : [[name, token]];
	});

/** A document, by its members. */
function ofDocument(document: JsonObject): Brought | undefined {
	const { log, keys } = document;
	const has = (name: string): boolean => stringOf(document, name) !== undefined;
	if (document.format === 'pkce-playground-trace') return { kind: 'walk', secrets: [] };
	if (document.format === casesFormat) return { kind: 'cases', secrets: [] };
	if (isJsonObject(log) && Array.isArray(log.entries)) return { kind: 'har', secrets: ['recording'] };
	const all = Array.isArray(keys) ? keys : [document];
	if (all.length > 0 && all.every(isJwk)) {
		const isPrivate = all.some((key) => Object.keys(key).some((name) => privateJwkMembers.has(name)));
		return { kind: 'key-set', secrets: isPrivate ? ['private_key'] : [] };
	}
	const issuer = stringOf(document, 'issuer');
	if (issuer !== undefined && endpointNames.some(has))
		return { kind: 'metadata', address: issuer, secrets: [] };
	// RFC 9728 §2: what an API publishes of itself.
	const resource = stringOf(document, 'resource');
	if (resource !== undefined && Array.isArray(document.authorization_servers))
		return { kind: 'resource-metadata', address: resource, secrets: [] };
	if (has('error') || has('error_description') || has('error_code')) return { kind: 'error', secrets: [] };
	const tokens = tokensBy((name) => stringOf(document, name));
	if (tokens.length === 0) return undefined;
	const names = Object.keys(document).filter((name) => isSecretParameter(name) && has(name));
	return { kind: 'token-answer', tokens, secrets: names };
}

function ofJson(text: string): Brought | undefined {
	if (!/^[{[]/.test(text)) return undefined;
	// A recording is not read whole to be recognised.
	if (text.length > 200_000) {
		const start = text.slice(0, glance);
		if (start.slice(0, 200).includes(`"${casesFormat}"`)) return { kind: 'cases', secrets: [] };
		if (/^\{\s*"log"\s*:/.test(start)) return { kind: 'har', secrets: ['recording'] };
		return /"format"\s*:\s*"pkce-playground-trace"/.test(start) ? { kind: 'walk', secrets: [] } : undefined;
	}
	const value = parseJson(text);
	// Keys are copied without the object that they are a list in.
	const isList = Array.isArray(value) && value.length > 0 && value.every(isJwk);
	const document = isList ? { keys: value } : value;
	return isJsonObject(document) ? ofDocument(document) : undefined;
}

function ofCurl(text: string): Brought | undefined {
	const command = parseCurl(text);
	if (!command) return undefined;
	const { request, output } = command;
	const pairs = sentPairs(request);
	const secrets = [...new Set([...secretsOf(pairs), ...secretsIn(text)])];
	const grant = valueOf(pairs, 'grant_type');
	const kind = grant === 'authorization_code' || grant === 'refresh_token' ? 'token-request' : 'request';
	return { kind, request, ...readCurlOutput(output), secrets };
}

/** A token alone, or behind the word by which it is sent. */
const tokenIn = (text: string): string =>
	text.replace(/^(?:authorization:\s*)?(?:Bearer|DPoP)\s+/i, '').replace(/^["']|["']$/g, '');

function ofJose(text: string): Brought | undefined {
	const token = tokenIn(text);
	if (!token.startsWith('ey') || /\s/.test(token)) return undefined;
	// Behind an SD-JWT stand disclosures: it is signed all the same.
	const decoded = decodeToken(disclosuresIn(token)?.jwt ?? token);
	if (decoded.ok) return { kind: 'jwt', token, secrets: ['token'] };
	return decoded.failure.reason === 'encrypted' ? { kind: 'encrypted-token', secrets: ['token'] } : undefined;
}

/** Random letters and digits; a number of an error, a name of a constant and a UUID are something else. */
function ofOpaque(text: string): Brought | undefined {
	const token = tokenIn(text);
	const isRandom = /^[\w.~+/-]{24,}={0,2}$/.test(token) && /\d/.test(token) && /[a-z]/i.test(token);
	const isName = /_[A-Z]+_/.test(token) || /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(token);
	return isRandom && !isName ? { kind: 'opaque-token', secrets: ['token'] } : undefined;
}

const get = (url: string): HttpRequest => ({ method: 'GET', url, headers: [] });

/** A callback, or an authorization request, by its parameters; also the query of one alone. */
function ofParameters(text: string): Brought | undefined {
	if (!/[?&#]|^\w+=/.test(text)) return undefined;
	const url = /^[^?#=\s]+=/.test(text) ? `?${text}` : text;
	const said = responseSays({ url });
	const isWhole = URL.canParse(text);
	const address = isWhole ? { address: text.replace(/[?#].*$/s, '') } : {};
	if (valueOf(said, 'error') !== undefined)
		return { kind: 'callback-error', request: get(url), ...address, secrets: [] };
	const asked = requestParameters(get(url));
	const type = valueOf(asked, 'response_type') ?? valueOf(asked, 'request_uri') ?? valueOf(asked, 'request');
	if (isWhole && valueOf(asked, 'client_id') !== undefined && type !== undefined)
		return { kind: 'authorization', request: get(text), ...address, secrets: secretsOf(asked) };
	if (valueOf(said, 'code') !== undefined)
		return { kind: 'callback-code', request: get(url), ...address, secrets: secretsOf(said) };
	const tokens = tokensBy((name) => valueOf(said, name));
	return tokens.length === 0
		? undefined
		: { kind: 'token-answer', tokens, ...address, secrets: secretsOf(said) };
}

/** What names of hosts and the beginnings of paths say to people. */
const likeServer =
	/^(?:login|auth|sso|accounts?|id|idp|identity|oauth|oidc|signin|keycloak|adfs|connect)[.-]|(?:okta|auth0|onelogin|pingone|amazoncognito|ciamlogin|b2clogin|microsoftonline|duosecurity|zitadel|frontegg|fusionauth|workos|descope|kinde|logto)\b|\/(?:realms|oauth2?|oidc|idp|adfs|auth|connect|tenants?)(?:\/|$)|\/v2\.0\/?$/i;
const likeApi = /^(?:api|mcp|gateway|graph)[.-]|\/(?:api|mcp|sse|graphql|rest|v\d+)(?:\/|$)/i;
const wellKnown = /\/\.well-known\/(?:openid-configuration|oauth-authorization-server)/;

function ofAddress(text: string): Brought | undefined {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url || !/^https?:$/.test(url.protocol) || url.host === '') return undefined;
	const place = `${url.host}${url.pathname}`;
	const address = text;
	if (url.pathname.includes('/.well-known/oauth-protected-resource'))
		return { kind: 'resource', address, secrets: [] };
	if (wellKnown.test(url.pathname) || likeServer.test(place)) return { kind: 'issuer', address, secrets: [] };
	return { kind: likeApi.test(place) ? 'resource' : 'address', address, secrets: secretsIn(text) };
}

/** A name of a host without its scheme: a domain of a provider, mostly; on this machine it is reached by `http:`. */
function ofDomain(text: string): Brought | undefined {
	const isName = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}(?::\d+)?(?:\/\S*)?$/i.test(text);
	const plain = `http://${text}`;
	const isHere = /^[a-z\d]/i.test(text) && URL.canParse(plain) && isLoopback(new URL(plain));
	if (!isName && !isHere) return undefined;
	const address = isHere ? plain : `https://${text}`;
	const brought = ofAddress(address);
	return brought?.kind === 'resource' ? brought : { kind: 'domain', address, secrets: [] };
}

/** Words by which a text tells of something that went wrong. */
const trouble =
	/\b(?:errors?|fail(?:ed|ure|s)?|denied|invalid|unauthori[sz]ed|forbidden|exception|rejected|refused|expired|mismatch|missing|not (?:found|allowed|valid|registered|permitted)|cannot|could not|unable|blocked|timed? ?out|bad request)\b|(?<!["'\w])cors\b|AADSTS\d+|\w{1,40}_(?:error|denied|required|mismatch|unavailable)\b|\w{1,40}_not_\w|\b(?:invalid|unsupported|unauthorized|insufficient|expired|bad)_\w+|\b(?:authorization_pending|slow_down|use_dpop_nonce)\b|^HTTP\/[\d.]+ [45]|\bERR_\w+|www-authenticate|\b[A-Z]{2,6}-?\d{4,}\b|<(?:!doctype|html)/im;

/** A document or a token that something stands around; an error in one is read with what is around it. */
function ofBare(text: string): Brought | undefined {
	for (const bare of bareForms(text)) {
		const found = ofJson(bare) ?? ofJose(bare);
		if (found && found.kind !== 'error') return { ...found, bare };
	}
	return undefined;
}

const alone: Partial<Record<TokenForm, BroughtKind>> = {
	jws: 'jwt',
	'sd-jwt': 'jwt',
	jwe: 'encrypted-token',
	broken: 'broken-token'
};

/**
 * Tokens with names before them, several of them, one that is damaged or in pieces. A random word alone is no token, and a
 * text that tells of an error is read for that.
 */
function ofTokens(text: string): Brought | undefined {
	const around = text.replace(/\b(?:access|id|refresh|logout)_token\b|\be[yw][\w-]{8,}[\w.~-]*/gi, '');
	if (trouble.test(around)) return undefined;
	const { tokens } = readPastedTokens(text);
	const [first, ...others] = tokens;
	const isJose = tokens.some(({ form }) => form !== 'opaque');
	if (!first || !(isJose || tokens.some(({ name }) => name !== undefined))) return undefined;
	const kind = first.name === undefined && others.length === 0 ? alone[first.form] : undefined;
	if (kind) return { kind, token: first.text, bare: first.text, secrets: ['token'] };
	const names = tokens.flatMap(({ name }) => (name !== undefined && isSecretParameter(name) ? [name] : []));
	return { kind: 'tokens', secrets: names.length > 0 ? [...new Set(names)] : ['token'] };
}

/** Reads whatever a person brought. Never throws. */
export function recognise(brought: string): Brought {
	const text = brought.trim();
	if (text === '') return { kind: 'nothing', secrets: [] };
	// Of a recording nothing more has to be read.
	const isShort = text.length <= 200_000;
	const isSingle = isShort && !/\s/.test(text);
	const found =
		ofJson(text) ??
		(isShort ? ofCurl(text) : undefined) ??
		ofJose(text) ??
		(isShort && beginsAsJose(tokenIn(text)) ? ofTokens(text) : undefined) ??
		(isSingle ? (ofParameters(text) ?? ofAddress(text) ?? ofDomain(text)) : undefined) ??
		(isShort ? ofOpaque(text) : undefined);
	if (found) return found;
	const inside = isShort ? (ofBare(text) ?? ofTokens(text)) : undefined;
	if (inside) return inside;
	const start = text.slice(0, 200_000);
	return { kind: trouble.test(start) ? 'error' : 'unknown', secrets: secretsIn(start) };
}
