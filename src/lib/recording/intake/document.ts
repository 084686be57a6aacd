/** Documents: what they are is said by their members. */
import { isJsonObject, stringOf, type JsonObject } from '$lib/message/json-body';
import { isJwk } from '$lib/message/jwt';
import { isSecretParameter, privateJwkMembers } from '$lib/lexicon/secrets';
import { casesFormat } from '$lib/trace/case';
import { parseJson } from '$lib/wire/json';
import type { Pair } from '$lib/wire/form';
import { ofAddress } from './address';
import type { Brought } from './found';
import { secretsIn } from '$lib/message/pasted/secrets';

/** Recordings are tens of megabytes: only so much is looked at to tell what it is. */
const glance = 4_000;

const endpointNames = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'];

export const tokensBy = (find: (name: string) => string | undefined): Pair[] =>
	['id_token', 'access_token'].flatMap((name): Pair[] => {
		const token = find(name);
		return token === undefined ? [] : [[name, token]];
	});

/** What sets up servers of MCP in the files of editors and agents: each by an address, or by a command that is given one. */
function ofSetUp(document: JsonObject): Brought | undefined {
	const { mcpServers, servers, context_servers: others } = document;
	const listed = [mcpServers, servers, others].find(isJsonObject);
	const entries = Object.values(listed ?? document)
		.slice(0, 50)
		.filter(isJsonObject);
	const found = entries
		.flatMap(({ url, serverUrl, httpUrl, args }) => [
			url,
			serverUrl,
			httpUrl,
			...(Array.isArray(args) ? args : [])
		])
		.find((one): one is string => typeof one === 'string' && /^https?:\/\/\S+$/.test(one));
	const brought = found === undefined ? undefined : ofAddress(found);
	if (!brought || (!listed && brought.kind !== 'resource')) return undefined;
	return { ...brought, kind: 'resource', secrets: secretsIn(JSON.stringify(document)) };
}

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
	if (tokens.length === 0) return ofSetUp(document);
	const names = Object.keys(document).filter((name) => isSecretParameter(name) && has(name));
	return { kind: 'token-answer', tokens, secrets: names };
}

export function ofJson(text: string): Brought | undefined {
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
