/** What a text is in which nothing has failed, told by its form: then no cause is looked for. */
import type { QuietKind } from '$lib/lexicon/brought';
import { readChallenges } from '$lib/message/authenticate-header';
import { responseSays } from '$lib/message/authorization-response';
import { isResourceMetadata, isServerMetadata } from '$lib/message/metadata-form';
import { issuerInDocument } from '$lib/message/metadata-address';
import { isJsonObject, type JsonObject } from '$lib/message/json-body';
import { valueOf } from '$lib/wire/form';
import { parseJson } from '$lib/wire/json';
import { locationOf } from './reader/answered';
import type { Reading } from './reader/read';
import { isTold } from './reader/reading';
import {
	answerUnder,
	isHeaders,
	isProgram,
	isQuestion,
	isQuietLog,
	isRequestText,
	isSettings,
	isSettingsObject,
	quietObjectIn,
	saysNo
} from './reader/shapes';
import { readSeen } from './seen';

const has = (address: string, name: string): boolean =>
	(valueOf(responseSays({ url: address }), name) ?? '') !== '';

/** RFC 6749 §4.1.2: where an answer sends the browser on without an error. */
function redirectKind({ transcript, requests }: Reading): QuietKind | undefined {
	const location = transcript && locationOf(transcript);
	if (location === undefined) return undefined;
	if (has(location, 'code')) return 'callback-with-code';
	return requests.some(({ text }) => text === location) ? undefined : 'redirect';
}

/** What an answer has that grants what was asked for: each line one standard. */
const granted: readonly (readonly string[])[] = [
	// RFC 6749 §5.1 and RFC 8628 §3.2.
	['access_token', 'token_type'],
	['device_code', 'user_code'],
	// RFC 9126 §2.2 and RFC 7591 §3.2.1.
	['request_uri', 'expires_in'],
	['client_id', 'client_id_issued_at'],
	['client_id', 'registration_access_token']
];

const isGranted = (document: JsonObject): boolean =>
	granted.some((names) => names.every((name) => document[name] !== undefined));

/** Documents that are looked into for what they lack; RFC 7662 §2.2: a token that is not active was refused. */
const isLookedInto = (document: JsonObject): boolean =>
	isServerMetadata(document) || isResourceMetadata(document) || document['active'] === false;

function objectKind(document: JsonObject): QuietKind | undefined {
	if (isLookedInto(document)) return undefined;
	if (isGranted(document)) return 'succeeded';
	return isSettingsObject(document) ? 'settings' : 'silent';
}

/** What an API says in words to whoever has not signed in. */
const wantsToken =
	/^\W*(?:401\W*)?(?:unauthori[sz]ed|unauthenticated|authentication (?:is )?required|(?:missing|no) (?:(?:or (?:invalid|malformed) )?authori[sz]ation header|(?:access |bearer )?token)(?: (?:provided|found|was provided|in request))?)\W*$/i;

const saysWantsToken = (body: string): boolean => {
	const { error, texts } = readSeen({ body });
	const said = [error, ...texts].filter((one) => /\p{L}/u.test(one));
	return said.every((one) => wantsToken.test(one.replaceAll('_', ' ')));
};

/** RFC 9728 §5.1 and RFC 6750 §3.1: to a request without a token an API says where its metadata is, and names no error. */
function isChallenge(text: string, { transcript }: Reading): boolean {
	const { status, headers, body, request } = transcript ?? { headers: [], body: '' };
	const sent = request?.headers.some(([name]) => /^authorization$/i.test(name)) ?? false;
	const given = headers.filter(([name]) => /^www-authenticate$/i.test(name)).map(([, value]) => value);
	const bare = /^(?:www-authenticate\s*:?\s+)?(Bearer\s[^\n]{1,2000})$/i.exec(text)?.[1] ?? '';
	const [first] = readChallenges(given.length > 0 ? given.join(', ') : bare);
	return (
		(first?.scheme === 'bearer' || first?.scheme === 'dpop') &&
		first.parameters['resource_metadata'] !== undefined &&
		first.parameters['error'] === undefined &&
		(status === undefined || status === 401) &&
		!sent &&
		saysWantsToken(body)
	);
}

/** What a server answered, or was asked without an answer. */
function messageKind(text: string, { transcript }: Reading): QuietKind | undefined {
	if (!transcript) return undefined;
	const { status, body, request } = transcript;
	// A request is pasted without its first line, too.
	if (status === undefined) return request || isHeaders(text) || isRequestText(body) ? 'asked' : undefined;
	// RFC 9110 §15.3: it was received, understood and accepted.
	if (status < 200 || status > 299) return undefined;
	const document = parseJson(body);
	if (isJsonObject(document)) return isLookedInto(document) || saysNo(document) ? undefined : 'succeeded';
	// A page, which may be that of a sign-in in the place of an answer.
	return body.trim() === '' || document !== undefined ? 'succeeded' : 'silent';
}

function textKind(text: string, { transcript }: Reading): QuietKind | undefined {
	if (transcript) return undefined;
	const whole = parseJson(text);
	if (isJsonObject(whole) && isGranted(whole)) return 'succeeded';
	const document = quietObjectIn(text);
	if (document) return objectKind(document);
	// A code in an address may be that of another thing.
	if (/^\S+$/.test(text) && /[?&#]/.test(text) && has(text, 'code')) return 'silent';
	if (/^code=\S+$/.test(text)) return 'silent';
	if (isQuestion(text)) return 'question';
	return isHeaders(text) || isProgram(text) || isQuietLog(text) ? 'silent' : undefined;
}

/** Undefined: something failed, or what it says has to be understood first. */
export function quietKindOf(text: string, reading: Reading): QuietKind | undefined {
	const [first] = reading.finds;
	if (isChallenge(text, reading)) return 'challenge';
	if (issuerInDocument(text) !== undefined) return undefined;
	if (first && (isTold(first) || first.seen.status !== undefined) && first.weight > 0) return undefined;
	// The names of settings and of parameters may have words of failing in them.
	if (!reading.transcript && reading.requests.length === 0 && !isJsonObject(parseJson(text))) {
		const under = answerUnder(text);
		if (isJsonObject(under)) return isLookedInto(under) ? undefined : 'succeeded';
		if (isRequestText(text)) return 'asked';
		if (isSettings(text)) return 'settings';
	}
	if (first && first.weight > 0) return undefined;
	return redirectKind(reading) ?? messageKind(text, reading) ?? textKind(text, reading);
}
