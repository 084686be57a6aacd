/**
 * Which messages of a recording belong together. A browser may sign in several times, with several clients, at several
 * servers, and in two tabs at once: what ties a message to its attempt is what only that attempt has, its `state`, its
 * code and its tokens. Where nothing tells, it is of the newest attempt. Sign-ins of a server at another one, and those that
 * nobody sees, stand beside the attempt that they serve.
 */
import { pushSays, referenceIn, requestParameters } from '$lib/message/authorization-request';
import { isAuthorizationResponse } from '$lib/message/authorization-response';
import { stringOf, type JsonObject } from '$lib/message/json-body';
import { sentValue } from '$lib/message/token-request';
import { isForeignMark, isOfNoValue } from '$lib/lexicon/removed';
import type { MoveId, StepId } from '$lib/lexicon/steps';
import { valueOf, type Pair } from '$lib/wire/form';
import { headerOf, type Exchange, type HttpRequest } from '$lib/wire/http';
import { isRegistration, loginAlone, placeBeside, registrationsTo } from './recorded-beside';
import { answersIn, likeness, normal, type Came } from './recorded-callback';
import { documentsIn, withDocuments } from './recorded-documents';
import { serves, withinOuter } from './recorded-hops';
import {
	address,
	askedBy,
	isAuthorization,
	isBareCall,
	isPage,
	jsonOf,
	leadsTo,
	moveOf,
	originOf,
	type Surroundings
} from './recorded-message';
import { placeStarts } from './recorded-start';
import { redeemedIn, surroundingsOf } from './recorded-surroundings';
import { sortUnanswered } from './recorded-unanswered';
import { Register, type Growing, type RecordedAttempt } from './register';

/** What a push asks for, as far as it can be read. */
const pushedBy = (request: HttpRequest): readonly Pair[] => pushSays(request) ?? requestParameters(request);

/** What a server publishes is of no single attempt. */
const ofServer: ReadonlySet<MoveId> = new Set(['discovery', 'oauth-metadata', 'jwks']);

/** An address to which answers of servers go by its name. */
const likeCallback = /call-?back|redirect|signin-|sign-in-|oidc|oauth|sso|auth/i;

/** A sign-in at another server in another language: SAML 2.0 Bindings §3.4 and §3.5, WS-Federation §13.2. */
const isFederated = ({ request: { url, body = '' } }: Exchange): boolean =>
	/[?&](?:SAMLRequest|SAMLResponse|wa|wresult)=/.test(`${url}&${body}`);

/** What a browser fetches for itself, whatever it is answered with. */
const isPicture = ({ request: { url } }: Exchange): boolean =>
	/\.(?:ico|png|svg|css|js|map|webmanifest)$/i.test(address(url));

/** RFC 9110 §15.4: the same request is made at another address. */
const hasMoved = (exchange: Exchange, url: string): boolean =>
	[301, 307, 308].includes(exchange.response?.status ?? 0) && leadsTo(exchange) === url;

const isRefusedCall = ({ response }: Exchange): boolean =>
	response?.status === 401 || response?.status === 403;

/**
 * Whether an answer of this state can be for an attempt, wherever it went. A server has codes of its own, which people type
 * into its pages: those stay with it.
 */
function isFor({ uri, origins }: Growing, url: string, state: string): boolean {
	if (likeness(url, uri) > 0) return true;
	const origin = originOf(url);
	const isOfServer = origin !== undefined && origin !== originOf(uri) && origins.has(origin);
	return state.length >= 6 && !isOfServer;
}

/** Whether an address is where an attempt waits. Where nobody knows that any more, one with an answer in it is. */
const leadsBack = (url: string, uri: string): boolean =>
	isForeignMark(uri) ? isAuthorizationResponse({ url }) : likeness(url, uri) > 0;

class Sorter {
	readonly register = new Register();
	readonly registrations: Exchange[] = [];
	readonly #around: Surroundings;
	readonly #redeemed: ReadonlySet<string>;
	readonly #urls: ReadonlySet<string>;
	readonly #loose: Exchange[] = [];

	constructor(exchanges: readonly Exchange[], metadata: readonly JsonObject[]) {
		this.#around = surroundingsOf(exchanges, metadata, this.register.servers);
		this.#redeemed = redeemedIn(exchanges);
		this.#urls = new Set(exchanges.map(({ request }) => request.url));
	}

	sort(exchange: Exchange): void {
		if (exchange.request.method === 'OPTIONS') return;
		if (isAuthorization(exchange, this.#around.metadata)) this.#authorization(exchange);
		else {
			const found = moveOf(exchange, this.#around);
			if (found) this.#move(exchange, ...found);
			else this.#other(exchange);
		}
		this.#follow(exchange);
	}

	/**
	 * Calls before any sign-in: they are of an attempt of which nothing else was recorded. Beside a sign-in those are told that
	 * were refused, because that is why it was made.
	 */
	end(): void {
		const isAlone = this.register.attempts.length === 0;
		const calls = isAlone ? this.#loose : this.#loose.filter(isRefusedCall);
		if (calls.length === 0) return;
		const attempt = this.register.begin([]);
		for (const exchange of calls) {
			const [step, move] = moveOf(exchange, this.#around) ?? ['call', 'api'];
			this.register.put(attempt, { kind: 'move', exchange, step, move });
		}
	}

	#authorization(exchange: Exchange, after?: Exchange): void {
		const { register } = this;
		const { request } = exchange;
		const asked = askedBy(request);
		const known = register.pushedBefore(referenceIn(request)) ?? register.askedBefore(asked, request.url);
		const isNamed = this.#isNamed(request);
		if (known?.authorization) {
			// The endpoint that the metadata names is the one, or where it has moved to: what came before led there.
			const isOld = isNamed && !this.#isNamed(known.authorization.request);
			if (isOld || hasMoved(known.authorization, request.url)) register.swap(known, exchange);
			else placeBeside(register, known, exchange, request.method === 'POST' ? 'login' : 'redirect');
		} else {
			const attempt = known ?? register.begin(asked);
			register.asks(attempt, exchange, after);
			const outer = withinOuter(register, attempt, exchange);
			if (outer) attempt.within = outer;
		}
		this.#answers(exchange);
	}

	#isNamed({ url }: HttpRequest): boolean {
		return this.#around.metadata.some(
			(one) => address(url) === address(stringOf(one, 'authorization_endpoint') ?? '-')
		);
	}

	/** Where an answer leads is where the attempt goes on; a request that only shows there has been made all the same. */
	#follow(exchange: Exchange): void {
		const location = leadsTo(exchange);
		if (location === undefined) return;
		const origin = originOf(exchange.request.url);
		for (const attempt of this.register.open) {
			if (origin === undefined || !attempt.origins.has(origin) || leadsBack(location, attempt.uri)) continue;
			attempt.led.add(location);
			const next = originOf(location);
			if (next !== undefined && next !== originOf(attempt.uri)) attempt.origins.add(next);
		}
		if (!/response_type=|request_uri=/.test(location) || this.#urls.has(location)) return;
		const { id, at } = exchange;
		const request: HttpRequest = { method: 'GET', url: location, headers: [] };
		const led: Exchange = { id: `${id}-led`, request, at, ms: 0, via: 'pasted' };
		if (isAuthorization(led, this.#around.metadata)) this.#authorization(led, exchange);
	}

	#ownerOf({ callback: { url }, state, code, key, way }: Came): Growing | undefined {
		const { register } = this;
		const known = register.answered(key);
		if (known) return known;
		const byState = register.byState(state) ?? register.byState(normal(state));
		if (byState && isFor(byState, url, state ?? '')) return byState;
		const at = (least: number): Growing | undefined =>
			register.open.findLast(({ uri }) => likeness(url, uri) >= least);
		const near = at(3) ?? at(2) ?? (state === undefined || isOfNoValue(state) ? at(1) : undefined);
		if (near) return near;
		const origin = originOf(url);
		const isInside = register.open.some(({ origins }) => origin !== undefined && origins.has(origin));
		const isRedeemed = code !== undefined && this.#redeemed.has(code);
		if (isOfNoValue(code ?? '') && register.attempts.length > 0) return undefined;
		if (isInside && !isRedeemed) return undefined;
		const isTold =
			(state ?? '').length >= 6 &&
			(code === undefined || code.length >= 8) &&
			way !== 'handed' &&
			likeCallback.test(address(url).replace(/^\w+:\/\/[^/]*/, ''));
		return isRedeemed || isTold ? register.begin([]) : undefined;
	}

	/** Takes the answers in an exchange. Whose they were. */
	#answers(exchange: Exchange): Growing[] {
		const { register } = this;
		const origin = originOf(exchange.request.url);
		const server = register.open.findLast(({ origins }) => origin !== undefined && origins.has(origin));
		const state = server && valueOf(server.asked, 'state');
		// Where every code has the same mark, it is the same answer only while nobody has asked anew.
		const asked = register.attempts.length;
		const came = answersIn(exchange, server && { uri: server.uri, state }).map((one) =>
			isOfNoValue(one.code ?? '') ? { ...one, key: `${one.key} ${asked}` } : one
		);
		const owners = came.map((one): [Came, Growing | undefined] => [one, this.#ownerOf(one)]);
		for (const [one, owner] of owners) if (owner) register.answer(owner, one, exchange);
		const inner = owners.find(([{ way }]) => way === 'opened')?.[1];
		const outer = owners.find(([{ way }, owner]) => way !== 'opened' && owner !== inner)?.[1];
		// Who takes an answer and gives one is a client and a server at once.
		if (inner && outer && serves(inner, outer)) inner.within ??= outer;
		return owners.flatMap(([, owner]) => owner ?? []);
	}

	#move(exchange: Exchange, step: StepId, move: MoveId): void {
		if (ofServer.has(move)) return;
		const { register } = this;
		const begins = move === 'par' || move === 'token' || move === 'refresh';
		const owner = move === 'par' ? undefined : this.#ownerOfMove(exchange, move);
		const asked = move === 'par' ? pushedBy(exchange.request) : [];
		const attempt = owner ?? (begins ? register.begin(asked) : undefined);
		if (attempt) register.put(attempt, { kind: 'move', exchange, step, move });
		else if (step === 'call' && headerOf(exchange.request.headers, 'authorization') !== undefined)
			this.#loose.push(exchange);
	}

	/** The attempt of a message of this move, by what it carries. Undefined: nothing tells. */
	#ownerOfMove(exchange: Exchange, move: MoveId): Growing | undefined {
		const { register } = this;
		const sent = (name: string): string | undefined => sentValue(exchange.request, name);
		const client = sent('client_id');
		switch (move) {
			case 'token': {
				const code = sent('code');
				const open =
					register.givenTo(code) ??
					register.likeliest(client, sent('redirect_uri') ?? '', exchange.request.url);
				// A code of which nothing is known is that of a sign-in that there is, though it may have been sent before.
				return (
					open ??
					(code === undefined || isOfNoValue(code) ? register.newestOf(client, () => true) : undefined)
				);
			}
			case 'refresh':
				return register.givenTo(sent('refresh_token')) ?? register.newestOf(client, () => true);
			case 'introspection':
			case 'revocation':
				return register.givenTo(sent('token')) ?? register.newest();
			default: {
				const authorization = headerOf(exchange.request.headers, 'authorization');
				const token = authorization?.replace(/^\S+\s+/, '') ?? sent('access_token');
				const isBare = token === undefined;
				return register.givenTo(token) ?? register.newest(isBare ? (one) => one.given.size > 0 : undefined);
			}
		}
	}

	/** The attempt that waits for an answer of this server. A server may stand at the same origin as the application. */
	#waitingAt({ request: { url } }: Exchange): Growing | undefined {
		const origin = originOf(url);
		return this.register.open.findLast(
			({ origins, uri, led }) =>
				origin !== undefined && origins.has(origin) && (origin !== originOf(uri) || led.has(url))
		);
	}

	#other(exchange: Exchange): void {
		if (this.register.opens(exchange)) return;
		const attempt = this.#waitingAt(exchange);
		const [answered] = this.#answers(exchange);
		if (answered) {
			// The form that was sent last leads back.
			const isForm = exchange.request.method !== 'GET' && leadsTo(exchange) !== undefined;
			if (isForm)
				placeBeside(this.register, attempt ?? answered, exchange, isFederated(exchange) ? 'hop' : 'login');
			return;
		}
		if (isRegistration(exchange)) {
			this.registrations.push(exchange);
			return;
		}
		const { method } = exchange.request;
		if (!attempt) {
			const newest = this.#around.lacksAuthorization ? this.register.newest() : undefined;
			if (newest && isBareCall(exchange, newest.audiences))
				this.register.put(newest, { kind: 'move', exchange, step: 'call', move: 'api' });
			return;
		}
		if (isFederated(exchange)) return placeBeside(this.register, attempt, exchange, 'hop');
		const isMoved = isPage(exchange) && leadsTo(exchange) !== undefined;
		if (method === 'GET' && (!isPage(exchange) || isPicture(exchange))) return;
		placeBeside(this.register, attempt, exchange, method === 'GET' && isMoved ? 'redirect' : 'login');
	}
}

/** `exchanges` come in the order in which they began; so do the attempts, and the messages of each. */
export function attemptsIn(exchanges: readonly Exchange[]): RecordedAttempt[] {
	const documents = documentsIn(exchanges);
	const isDocument = new Set(documents);
	const metadata = documents.slice(-50).map(jsonOf);
	const { answered, unseen } = sortUnanswered(exchanges);
	const sorter = new Sorter(exchanges, metadata);
	for (const exchange of answered) if (!isDocument.has(exchange)) sorter.sort(exchange);
	sorter.end();
	const { register, registrations } = sorter;
	if (register.attempts.length === 0) loginAlone(register, answered);
	registrationsTo(register, registrations, exchanges);
	placeStarts(register.attempts, exchanges);
	return withDocuments(register.whole(exchanges, unseen), documents);
}
