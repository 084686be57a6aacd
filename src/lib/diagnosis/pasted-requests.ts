/**
 * Requests that stand beside an answer in one paste: an authorization URL, a callback URL, a token request as curl or as it
 * was sent. They are held against each other like those of a walk. Where a paste has two that differ, nothing tells which
 * one the answer is for, and none counts.
 */
import { isPlaceholder } from '$lib/lexicon/placeholders';
import { onlyKnown } from '$lib/lexicon/only-known';
import { isForeignMark } from '$lib/lexicon/removed';
import { requestParameters } from '$lib/message/authorization-request';
import { responseSays } from '$lib/message/authorization-response';
import { challengeOf } from '$lib/message/challenge';
import { challengeFault } from '$lib/message/misderived';
import { readClientRequest, sentPairs } from '$lib/message/token-request';
import { redirectDifference, valueChange } from '$lib/message/value-change';
import { valueOf, type Pair } from '$lib/wire/form';
import { mediaType, type HttpRequest } from '$lib/wire/http';
import { parseCurl } from '$lib/wire/parse-curl';
import type { SessionEvidence } from './evidence';
import { placeOfGrant } from './grants';
import type { Pasted } from './pasted';
import type { Place } from './places';
import { longest } from './reader/reading';

const mostCommands = 20;

/** What is left of a value that somebody cut, and what stands for one. */
const isWhole = (value: string): boolean =>
	value !== '' && !isPlaceholder(value) && !isForeignMark(value) && !/…|\.{3}$/.test(value);

const known = (pairs: readonly Pair[] | undefined, name: string): string | undefined => {
	const value = pairs && valueOf(pairs, name);
	return value !== undefined && isWhole(value) ? value : undefined;
};

/** The one of them; nothing where two of them differ. */
function only<Made>(found: readonly Made[], key: (one: Made) => string): Made | undefined {
	const all = new Map(found.map((one) => [key(one), one]));
	return all.size === 1 ? [...all.values()][0] : undefined;
}

const commandsIn = (text: string): HttpRequest[] =>
	[...text.matchAll(/(?:^|\n)[ \t]*(?:[$>#][ \t]+)?curl(?:\.exe)?[ \t]/gi)]
		.slice(0, mostCommands)
		.flatMap(({ index }) => parseCurl(text.slice(index).trimStart())?.request ?? []);

/** RFC 6749 §3.2: a request to the token endpoint, with whatever grant. */
const isTokenRequest = (request: HttpRequest): boolean => {
	const sent = sentPairs(request);
	return valueOf(sent, 'grant_type') !== undefined || valueOf(sent, 'code_verifier') !== undefined;
};

const placeOfRequest = (sent: readonly Pair[]): Place | undefined =>
	placeOfGrant(known(sent, 'grant_type'), (name) => (valueOf(sent, name) ?? '') !== '');

/** What was registered, as far as a request shows: RFC 7591 §3.1. */
const isRegistration = ({ method, url, body = '' }: HttpRequest): boolean =>
	method === 'POST' &&
	(/"redirect_uris"/.test(body) || /\/(?:dcr|regist(?:er|ration))\/?(?:\?|$)/i.test(url));

const namesOf = (pairs: readonly Pair[]): string[] => [
	...new Set(pairs.filter(([, value]) => value !== '').map(([name]) => name))
];

function tokenEvidence(request: HttpRequest): SessionEvidence {
	const said = readClientRequest(request);
	const sent = sentPairs(request);
	const isForm = (said?.sentAs ?? 'form') === 'form';
	// What somebody cut out may be what seems to be missing.
	const isAll = sent.every(([, value]) => isWhole(value));
	return onlyKnown({
		place: placeOfRequest(sent),
		method: request.method,
		mediaType: mediaType(request.headers) || undefined,
		sentAs: said?.sentAs,
		requestParameters: isForm && isAll ? namesOf(sent) : undefined,
		verifierSent: known(sent, 'code_verifier'),
		redirectUriToken: known(sent, 'redirect_uri'),
		clientIdToken: known(sent, 'client_id'),
		grantType: known(sent, 'grant_type')
	});
}

const frontEvidence = (asked: readonly Pair[]): SessionEvidence =>
	onlyKnown({
		authorizationParameters: asked.every(([, value]) => isWhole(value)) ? namesOf(asked) : undefined,
		challenge: known(asked, 'code_challenge'),
		challengeMethod: known(asked, 'code_challenge_method'),
		responseType: known(asked, 'response_type'),
		redirectUriAuthorize: known(asked, 'redirect_uri'),
		clientIdAuthorize: known(asked, 'client_id'),
		stateSent: known(asked, 'state'),
		scope: known(asked, 'scope'),
		prompt: known(asked, 'prompt')
	});

/** RFC 7636 §4.6, RFC 6749 §4.1.3: what the two requests and the answer between them have to have in common. */
async function compared(
	asked: readonly Pair[] | undefined,
	came: readonly Pair[] | undefined,
	sent: readonly Pair[] | undefined
): Promise<SessionEvidence> {
	const [challenge, verifier] = [known(asked, 'code_challenge'), known(sent, 'code_verifier')];
	const method = known(asked, 'code_challenge_method');
	const isPair = challenge !== undefined && verifier !== undefined;
	const [first, second] = [known(asked, 'redirect_uri'), known(sent, 'redirect_uri')];
	const [codeThen, codeNow] = [known(came, 'code'), known(sent, 'code')];
	const [stateThen, stateNow] = [known(asked, 'state'), known(came, 'state')];
	const differences = first !== undefined && second !== undefined ? redirectDifference(first, second) : [];
	return onlyKnown({
		challengeFault: isPair ? await challengeFault(verifier, challenge, method) : undefined,
		expectedChallenge: isPair ? await challengeOf(verifier, method === 'S256' ? 'S256' : 'plain') : undefined,
		redirectDifferences: differences.length > 0 ? differences : undefined,
		codeChange: codeThen !== undefined && codeNow !== undefined ? valueChange(codeThen, codeNow) : undefined,
		stateReturned: stateNow,
		stateChange:
			stateThen !== undefined && stateNow !== undefined ? valueChange(stateThen, stateNow) : undefined
	});
}

/** What the requests of a paste say and prove. Nothing of it is known where there are none. */
export async function evidenceOfRequests(
	pasted: string,
	{ reading, seen }: Pick<Pasted, 'reading' | 'seen'>
): Promise<SessionEvidence> {
	const { requests, transcript } = reading;
	const sent = [
		...(transcript?.request ? [transcript.request] : []),
		...commandsIn(pasted.slice(0, longest))
	];
	const asking = only(sent.filter(isTokenRequest), (one) => JSON.stringify(sentPairs(one)));
	// What was asked and came before is held against the redemption of a code alone.
	const redeemed = asking && placeOfRequest(sentPairs(asking)) === 'token' ? sentPairs(asking) : undefined;
	const of = (kind: (typeof requests)[number]['kind']): string | undefined =>
		only(
			requests.filter((one) => one.kind === kind),
			({ text }) => text
		)?.text;
	const [authorization, callback] = [of('authorization'), of('callback-code')];
	const asked =
		authorization === undefined
			? undefined
			: requestParameters({ method: 'GET', url: authorization, headers: [] });
	const came = callback === undefined ? undefined : responseSays({ url: callback });
	if (sent.length > 0 && sent.every(isRegistration)) return { place: 'registration' };
	// An answer of another step than the token request is not explained by that.
	const isOfToken = seen.step === undefined || ['token', 'refresh'].includes(String(seen.step));
	return {
		...(asked && (redeemed ?? !asking) ? frontEvidence(asked) : {}),
		...(asking && isOfToken ? tokenEvidence(asking) : {}),
		...(await compared(asked, came, redeemed))
	};
}
