/** What an attempt says: what was asked, what came, how it ended. Of a recording, what it does not show is not known. */
import { attemptsOf } from '../attempts';
import { checksOf } from '../ending';
import { proofsOf } from '../proofs';
import { sessionOf, type Outcome, type Session, type Walk } from '../session';
import type { ComparedSubject } from '$lib/lexicon/compared';
import { isPlaceholder } from '$lib/lexicon/placeholders';
import { isSecretParameter } from '$lib/lexicon/secrets';
import { requestSays } from '$lib/message/authorization-request';
import { responseSays } from '$lib/message/authorization-response';
import { readClientCredentials } from '$lib/message/client-authentication';
import { isJsonObject, parseJsonObject, stringOf, type JsonObject } from '$lib/message/json-body';
import { readClientRequest, sentPairs, sentValue } from '$lib/message/token-request';
import { configurationFields, fieldNames } from '$lib/trace/configuration-fields';
import { navigationTo } from '$lib/trace/exchanges';
import type { Pair } from '$lib/wire/form';
import { headerOf, type Exchange } from '$lib/wire/http';
import { tellProofs, tellTimes } from './tell-proofs';
import { tellKeys, tellMetadata } from './tell-document';
import { tellToken } from './tell-token';
import { hiddenValue, jsonValue, textValue, toldOf, type Side, type Told, type Value } from './told';

type Entry = [name: string, value: Value];

const takenOut: Value = { is: 'unknown', why: 'taken-out' };
const notRecorded: Value = { is: 'unknown', why: 'not-recorded' };

/** Secrets that whoever cleans a file may take out of a message with their names. */
const oftenTaken = ['code_verifier', 'client_secret', 'code', 'login_hint', 'refresh_token', 'id_token'];

/** Where others took values out of a message, a secret that is not in it may have been one of them. */
function lostOf({ redacted, recorded }: Session, entries: readonly Entry[]): Entry[] {
	const wasCleaned = recorded && !redacted && entries.some(([, { is }]) => is === 'unknown');
	const present = new Set(entries.map(([name]) => name));
	return wasCleaned
		? oftenTaken.filter((name) => !present.has(name)).map((name): Entry => [name, takenOut])
		: [];
}

/** A parameter that comes several times is a list (RFC 8707 §2). */
function parameters(session: Session, pairs: readonly Pair[]): Entry[] {
	return [...new Set(pairs.map(([name]) => name))].map((name): Entry => {
		const isSecret = isSecretParameter(name);
		// RFC 6749 §3.1: one without a value was not sent. In a recording, its value may have been taken out.
		const values = pairs.flatMap(([one, value]) => (one === name && value !== '' ? [value] : []));
		const [first] = values;
		if (first === undefined) return [name, session.recorded && isSecret ? takenOut : textValue('')];
		if (isSecret) return [name, hiddenValue(first)];
		return [name, values.length > 1 ? jsonValue(values) : textValue(first)];
	});
}

const addressOf = (url: string): string => url.replace(/[?#].*$/s, '');

/** A header of a recording that has no such headers is not known. */
function headerEntry(session: Session, { request }: Exchange, header: string): Entry[] {
	const value = headerOf(request.headers, header);
	if (value !== undefined) return [[`@${header}`, textValue('…')]];
	// The page never sees the headers that the browser adds: it sends `Origin` all the same.
	const isSeen =
		session.recorded && request.headers.length > 0 && !session.imported?.lacks.includes('headers');
	return isSeen || (header === 'dpop' && !session.recorded) ? [] : [[`@${header}`, notRecorded]];
}

function tellConfiguration({ configuration, recorded }: Session): Told | undefined {
	// Of a recording it was read of the very messages that are compared.
	if (!configuration || recorded) return undefined;
	const names = fieldNames.filter((name) => name !== 'preset');
	return toldOf(
		names.map((name): Entry => {
			const { link, format } = configurationFields[name];
			return [name === 'authentication' ? '@client-authentication' : link, textValue(format(configuration))];
		})
	);
}

function tellRequest(session: Session): Told | undefined {
	const { authorizationRequest: sent, pushed } = session;
	if (!sent) return undefined;
	const pairs = requestSays(navigationTo(sent), pushed ? [pushed.exchange] : []);
	const entries = parameters(session, pairs ?? []);
	return toldOf(
		[['@address', textValue(addressOf(sent.url))], ...entries, ...lostOf(session, entries)],
		pairs ? undefined : 'not-recorded'
	);
}

function tellResponse(session: Session): Told | undefined {
	const { authorizationResponse: came } = session;
	if (!came) return undefined;
	// Whether there was a code, how it ended says.
	const said = responseSays(came).filter(([name]) => name !== 'code');
	const entries = parameters(session, said);
	return toldOf([['@address', textValue(addressOf(came.url))], ...entries]);
}

/** How the client said who it is; where the header that says it was left out, nobody knows. */
function authenticationOf(session: Session, { request }: Exchange): Value {
	const header = headerOf(request.headers, 'authorization');
	const sent = (name: string): string | undefined => sentValue(request, name);
	const { method } = readClientCredentials(header, sent);
	const isLeftOut = session.recorded && header === undefined && method === 'none';
	const lacks = session.imported?.lacks.includes('authorization') ?? request.headers.length === 0;
	return isLeftOut && lacks ? notRecorded : textValue(method);
}

function tellTokenRequest(session: Session, exchange: Exchange): Told {
	const { request } = exchange;
	const read = readClientRequest(request);
	const entries = parameters(session, sentPairs(request));
	return toldOf(
		[
			['@address', textValue(addressOf(request.url))],
			...(read ? [['@sent-as', textValue(read.sentAs)] satisfies Entry] : []),
			...(read ? [['@client-authentication', authenticationOf(session, exchange)] satisfies Entry] : []),
			...headerEntry(session, exchange, 'origin'),
			...headerEntry(session, exchange, 'dpop'),
			...entries,
			...lostOf(session, entries)
		],
		// The body of the request is not in the file.
		read ? undefined : 'not-recorded'
	);
}

/** What the access token looks like: of a JWT that was taken out it is not known. */
function formOf(token: unknown): Value | undefined {
	if (typeof token !== 'string') return undefined;
	if (isPlaceholder(token)) return takenOut;
	const told = tellToken(token);
	return textValue(told ? (told.otherwise ?? 'jwt') : 'opaque');
}

const bodyOf = ({ response }: Exchange): JsonObject => {
	const parsed = parseJsonObject(response?.body ?? '');
	return parsed.ok ? parsed.value : {};
};

const isGrant = ({ access_token, id_token }: JsonObject): boolean =>
	access_token !== undefined || id_token !== undefined;

const members = ({ recorded }: Session, body: JsonObject): Entry[] =>
	Object.entries(body).map(([name, value]): Entry => {
		const isSecret = isSecretParameter(name);
		if (recorded && isSecret && value === '') return [name, takenOut];
		return [name, typeof value === 'string' && isSecret ? hiddenValue(value) : jsonValue(value)];
	});

/** How the token endpoint answered, and with which words where it refused. */
function tellAnswer(session: Session, exchange: Exchange): Told | undefined {
	const { response, failure, assumed } = exchange;
	if (!response) return failure && toldOf([['@failure', textValue(failure.reason)]]);
	const body = bodyOf(exchange);
	return toldOf(
		[
			['@status', assumed ? notRecorded : textValue(String(response.status))],
			...(isGrant(body) ? [] : members(session, body))
		],
		// Many recordings have no bodies.
		response.body.trim() === '' ? 'not-recorded' : undefined
	);
}

/** What it granted. */
function tellTokens(session: Session, exchange: Exchange): Told | undefined {
	const body = bodyOf(exchange);
	if (!isGrant(body)) return undefined;
	const form = formOf(body.access_token);
	const said = members(session, body);
	return toldOf([...(form ? [['@form', form] satisfies Entry] : []), ...said, ...lostOf(session, said)]);
}

/**
 * Checks that were made: the worst of a kind. One that was skipped says nothing, nor does the library's own where one of
 * its message names the reason. What only repeats the status or the error is left to them.
 */
function tellChecks(session: Session): Told {
	const order = ['fail', 'warn', 'pass'];
	const made = checksOf(session).filter(({ status }) => status !== 'skipped');
	const isSaid = (id: string): boolean =>
		['token-status', 'callback-no-error'].includes(id) ||
		(/-library$/.test(id) &&
			made.some(
				(one) => one.id !== id && one.status === 'fail' && one.id.startsWith(id.replace(/library$/, ''))
			));
	const sorted = made.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
	return toldOf(sorted.flatMap(({ id, status }): Entry[] => (isSaid(id) ? [] : [[id, textValue(status)]])));
}

/** How the newest answer of each other kind came out: its status or failure, and its error. */
function tellAnswers({ outcomes }: Session): Told {
	const newest = new Map(outcomes.map((outcome): [string, Outcome] => [outcome.move, outcome]));
	newest.delete('token');
	return toldOf(
		[...newest].map(([move, { exchange, error }]): Entry => {
			const { response, failure, assumed } = exchange;
			const status = response && !assumed ? String(response.status) : (failure?.reason ?? '');
			return [move, textValue([status, error?.error ?? ''].filter(Boolean).join(' '))];
		})
	);
}

function tellEnd(walk: Walk, id: number): Told {
	const end = attemptsOf(walk).find((one) => one.id === id)?.end;
	if (!end) return toldOf([]);
	return toldOf([['@end', textValue('error' in end ? `${end.kind} ${end.error}` : end.kind)]]);
}

/** One attempt of a walk. */
export async function tellAttempt(walk: Walk, id: number): Promise<Side> {
	const session = sessionOf(walk, id);
	const { discovery, jwks, tokens, exchange: token, recorded } = session;
	const sent = token?.exchange;
	const body = sent ? bodyOf(sent) : {};
	const tokenOf = (name: 'id_token' | 'access_token'): string => stringOf(body, name) ?? tokens?.[name] ?? '';
	const read = discovery.findLast(({ value }) => value)?.value;
	const proofs = await proofsOf(session, walk.attempts);
	const told: [ComparedSubject, Told | undefined][] = [
		['end', tellEnd(walk, id)],
		['proofs', tellProofs(proofs)],
		['checks', tellChecks(session)],
		['configuration', tellConfiguration(session)],
		['request', tellRequest(session)],
		['response', tellResponse(session)],
		['token-request', sent && tellTokenRequest(session, sent)],
		['token-answer', sent && tellAnswer(session, sent)],
		['tokens', sent && tellTokens(session, sent)],
		['id-token', tellToken(tokenOf('id_token'))],
		['access-token', tellToken(tokenOf('access_token'))],
		['answers', tellAnswers(session)],
		['metadata', read && isJsonObject(read) ? tellMetadata(read) : undefined],
		['keys', jwks?.value && tellKeys(jwks.value.keys)],
		['times', tellTimes(proofs)]
	];
	const side = new Map<ComparedSubject, Told | 'not-recorded'>();
	for (const [subject, one] of told) {
		if (one) side.set(subject, one);
		else if (recorded && subject !== 'tokens') side.set(subject, 'not-recorded');
	}
	return side;
}
