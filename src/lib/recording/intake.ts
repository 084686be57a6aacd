/**
 * What somebody brought: recognised by its form, at once and without any request. What is said of it goes no further than
 * the form: an address that looks like an API may be none. What is not recognised is called so.
 */
import { onlyKnown } from '$lib/lexicon/only-known';
import { bareForms } from '$lib/message/pasted/bare';
import { beginsAsJose } from '$lib/message/pasted/form';
import { samlIn } from '$lib/message/pasted/saml';
import { sentPairs } from '$lib/message/token-request';
import { valueOf } from '$lib/wire/form';
import { readCurlOutput } from '$lib/wire/curl-output';
import { parseCurl } from '$lib/wire/parse-curl';
import { ofPlace, ofSetUp } from './intake/around';
import { ofJson } from './intake/document';
import type { Brought } from './intake/found';
import { metadataOfApi } from './intake/parameters';
import { secretsIn, secretsOf } from '$lib/message/pasted/secrets';
import { ofJose, ofOpaque, ofPaseto, ofTokens, tokenIn } from './intake/token';
import { trouble } from './intake/trouble';

export type { Brought } from './intake/found';

/** Whether it is one message that can be opened as an attempt. */
export const isMessage = ({ kind }: Brought): boolean =>
	['callback-code', 'callback-perhaps', 'callback-error', 'authorization', 'token-request'].includes(kind);

function ofCurl(text: string): Brought | undefined {
	const command = parseCurl(text);
	if (!command) return undefined;
	const { request, output } = command;
	const pairs = sentPairs(request);
	const secrets = [...new Set([...secretsOf(pairs), ...secretsIn(text)])];
	const grant = valueOf(pairs, 'grant_type');
	const kind = grant === 'authorization_code' || grant === 'refresh_token' ? 'token-request' : 'request';
	const answered = readCurlOutput(output);
	const body = answered?.response.body.trim() ?? '';
	const printed = ofJson(body);
	const also = printed && printed.kind !== 'error' ? { ...printed, bare: body } : undefined;
	return { kind, request, ...answered, ...onlyKnown({ api: metadataOfApi(output), also }), secrets };
}

function ofSaml(text: string): Brought | undefined {
	const name = samlIn(text);
	return name === undefined ? undefined : { kind: 'saml', secrets: name === '' ? [] : [name] };
}

/** A document or a token that something stands around; an error in one is read with what is around it. */
function ofBare(text: string): Brought | undefined {
	for (const bare of bareForms(text)) {
		const found = ofJson(bare) ?? ofJose(bare) ?? ofCurl(bare);
		if (found && found.kind !== 'error') return { ...found, bare };
	}
	return undefined;
}

/** Reads whatever a person brought. Never throws. */
export function recognise(brought: string): Brought {
	const text = brought.trim();
	if (text === '') return { kind: 'nothing', secrets: [] };
	// Of a recording nothing more has to be read.
	const isShort = text.length <= 200_000;
	const found =
		ofJson(text) ??
		(isShort ? (ofCurl(text) ?? ofSaml(text) ?? ofPaseto(text)) : undefined) ??
		ofJose(text) ??
		(isShort && beginsAsJose(tokenIn(text)) ? ofTokens(text) : undefined) ??
		(isShort ? (ofPlace(text) ?? ofSetUp(text)) : undefined) ??
		(isShort ? ofOpaque(text) : undefined);
	if (found) return found;
	const inside = isShort ? (ofBare(text) ?? ofTokens(text)) : undefined;
	if (inside) return inside;
	const start = text.slice(0, 200_000);
	const api = metadataOfApi(start);
	if (api !== undefined) return { kind: 'error', api, secrets: secretsIn(start) };
	return { kind: trouble.test(start) ? 'error' : 'unknown', secrets: secretsIn(start) };
}
