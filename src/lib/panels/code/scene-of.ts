/** A walk as plain values, from which code is made: from its own values, or with words in their place. */
import { codeOf, refreshTokenOf } from '$lib/flow/marks';
import type { Session } from '$lib/flow/session';
import type { AskInput } from '$lib/flow/step';
import { stepOf } from '$lib/flow/steps';
import { readClientCredentials } from '$lib/message/client-authentication';
import { sentValue } from '$lib/message/token-request';
import { onlyKnown } from '$lib/lexicon/only-known';
import { isPlaceholder } from '$lib/lexicon/placeholders';
import { stepIds, type MoveId, type StepId } from '$lib/lexicon/steps';
import { needsOrigin } from '$lib/providers/needs-origin';
import type { Scene, SceneValue, SceneValueName } from '$lib/snippets/scene';
import { formatForm, queryOf, withQuery, type Pair } from '$lib/wire/form';
import { headerOf, type HttpRequest } from '$lib/wire/http';
import { askedFor, authorizationOf } from './scene-authorization';
import { SceneSecrets } from './scene-secrets';

/** What the code is made with: the values of the run, where it has them, or a word for each. */
export type SceneKind = 'run' | 'placeholders';

/** What a message is built with beside the session: what the tab holds, and what is typed for it. */
export type InputOf = (move: MoveId) => AskInput;

type Endpoints = NonNullable<Session['server']>;

/** Of a server that is not known yet: an address that is nobody's. */
const unknownServer: Endpoints = {
	issuer: 'https://server.example',
	authorization_endpoint: 'https://server.example/authorize',
	token_endpoint: 'https://server.example/token'
};

const wordOf = (name: SceneValueName): string => `YOUR_${name.toUpperCase()}`;

/** The secret that a recording shows: what is sent in it is written with that one. */
function secretSent({ recorded, exchange, refreshes }: Session): string | undefined {
	const request = recorded ? (exchange ?? refreshes.at(-1))?.exchange.request : undefined;
	if (!request) return undefined;
	const authorization = headerOf(request.headers, 'authorization');
	return readClientCredentials(authorization, (name) => sentValue(request, name)).secret;
}

function knownValues(session: Session, secret = ''): Record<SceneValueName, string | undefined> {
	const { tokens, authorizationRequest } = session;
	return {
		verifier: session.code_verifier,
		challenge: session.code_challenge,
		state: authorizationRequest?.state ?? session.state,
		nonce: authorizationRequest?.nonce ?? session.nonce,
		code: codeOf(session),
		access_token: tokens?.access_token,
		id_token: tokens?.id_token,
		refresh_token: refreshTokenOf(session),
		client_secret: secretSent(session) ?? secret
	};
}

/** A verifier that was taken out of a file gives no challenge. */
function isDerived(
	{ recorded }: Session,
	{ verifier, challenge }: Scene['values'],
	kind: SceneKind
): boolean {
	if (kind === 'placeholders') return true;
	return !recorded && verifier.actual === challenge.actual && !isPlaceholder(verifier.text);
}

function valuesOf(session: Session, secret: string | undefined, kind: SceneKind): Scene['values'] {
	const known = kind === 'run' ? knownValues(session, secret) : undefined;
	const valueOfRun = (name: SceneValueName): SceneValue => {
		const text = known?.[name];
		return text === undefined || text === '' ? { text: wordOf(name), actual: false } : { text, actual: true };
	};
	return {
		verifier: valueOfRun('verifier'),
		challenge: valueOfRun('challenge'),
		state: valueOfRun('state'),
		nonce: valueOfRun('nonce'),
		code: valueOfRun('code'),
		access_token: valueOfRun('access_token'),
		id_token: valueOfRun('id_token'),
		refresh_token: valueOfRun('refresh_token'),
		client_secret: valueOfRun('client_secret')
	};
}

/** The session as it would be if it had all of these values: of such a one every message can be built. */
function filled({ recorded: _, ...session }: Session, server: Endpoints, values: Scene['values']): Session {
	const { configuration, code_challenge_method = 'S256' } = session;
	const came = session.authorizationResponse ?? {
		...{ url: configuration?.redirectUri ?? '', at: 0, way: 'redirect' as const },
		...{ parameters: [], checks: [], inside: [] }
	};
	const held = session.tokens ?? { access_token: '', token_type: 'bearer', receivedAt: 0 };
	return {
		...session,
		server,
		code_verifier: values.verifier.text,
		code_challenge: values.challenge.text,
		code_challenge_method,
		state: values.state.text,
		nonce: values.nonce.text,
		authorizationResponse: { ...came, code: values.code.text },
		tokens: {
			...held,
			access_token: values.access_token.text,
			id_token: values.id_token.text,
			refresh_token: values.refresh_token.text
		}
	};
}

const nothing: HttpRequest = { method: 'GET', url: unknownServer.issuer, headers: [] };

/** WHATWG Fetch §3.3: a page says where it is from; a program that stands in for it has to say so itself. */
function withOrigin(request: HttpRequest, redirectUri: string): HttpRequest {
	if (!needsOrigin(request.url) || headerOf(request.headers, 'origin') !== undefined) return request;
	if (!/^https?:/i.test(redirectUri) || !URL.canParse(redirectUri)) return request;
	return { ...request, headers: [...request.headers, ['origin', new URL(redirectUri).origin]] };
}

const sendingMoves = {
	configure: 'discovery',
	authorize: 'authorization',
	exchange: 'token',
	call: 'api',
	renew: 'refresh'
} as const satisfies Partial<Record<StepId, MoveId>>;

type Built = Partial<Record<keyof typeof sendingMoves, HttpRequest>>;

/** What a recording shows as sent; nobody builds it again. */
function sentBy(session: Session): Built {
	if (!session.recorded) return {};
	const { discovery, exchange, api, refreshes, authorizationRequest: left } = session;
	return onlyKnown({
		configure: discovery.at(-1)?.exchange.request,
		authorize: left && { method: 'GET', url: left.url, headers: [] },
		exchange: exchange?.exchange.request,
		call: api?.exchange.request,
		renew: refreshes.at(-1)?.exchange.request
	});
}

/** The messages of the walk, by its own builders. */
async function build(session: Session, inputOf: InputOf, sent: Built): Promise<Built> {
	const redirectUri = session.configuration?.redirectUri ?? '';
	const ask = async (step: keyof typeof sendingMoves): Promise<HttpRequest | undefined> => {
		if (sent[step]) return sent[step];
		const move = sendingMoves[step];
		const asked = await stepOf(step).asks[move]?.(session, inputOf(move));
		return asked?.ok ? withOrigin(asked.value, redirectUri) : undefined;
	};
	return onlyKnown({
		configure: await ask('configure'),
		authorize: await ask('authorize'),
		exchange: await ask('exchange'),
		call: await ask('call'),
		renew: await ask('renew')
	});
}

/** Where the metadata was found, or would be looked for. */
const metadataRequest = ({ discovery }: Session): HttpRequest | undefined =>
	discovery.findLast(({ value }) => value)?.exchange.request;

/** Signatures by a key of the server's set. OIDC Core §15.1: RS256 is the one that every server has. */
function signaturesOf({ id_token_signing_alg_values_supported: promised }: Endpoints): readonly string[] {
	const public_ = (promised ?? []).filter((name) => /^(?:(?:RS|PS|ES)\d{3}|EdDSA)$/.test(name));
	return public_.length > 0 ? public_ : ['RS256'];
}

/** RFC 6749 §4.1.2, §4.1.2.1. */
const hasAnswer = (pairs: readonly Pair[]): boolean =>
	pairs.some(([name]) => name === 'code' || name === 'error');

/** The address with the answer, as it came or as it would come. */
function callbackOf(
	{ authorizationResponse: came, configuration }: Session,
	scene: Pick<Scene, 'issuer' | 'values'>,
	kind: SceneKind
) {
	if (kind === 'run' && came)
		return {
			callbackUrl: came.url,
			answerInQuery: came.body === undefined && hasAnswer(queryOf(came.url))
		};
	const { issuer, values } = scene;
	const query = formatForm([
		['code', values.code.text],
		['state', values.state.text],
		['iss', issuer]
	]);
	return {
		callbackUrl: withQuery(configuration?.redirectUri ?? '', query),
		answerInQuery: (configuration?.responseMode ?? 'query') === 'query'
	};
}

const addressOf = (address: string | undefined): string => address ?? nothing.url;

const isSending = (step: StepId): step is keyof typeof sendingMoves => Object.hasOwn(sendingMoves, step);

function authenticationOf(session: Session): Scene['authentication'] {
	const method = session.configuration?.authentication ?? 'none';
	return method === 'private_key_jwt' ? 'other' : method;
}

/** What the walk asks for, and by which addresses. */
function settingsOf(session: Session, server: Endpoints) {
	const { configuration, code_challenge_method: challengeMethod = 'S256' as const } = session;
	return {
		issuer: server.issuer,
		tokenEndpoint: addressOf(server.token_endpoint),
		...onlyKnown({ jwksUri: server.jwks_uri, scope: configuration?.scope }),
		issuerInAnswer: server.authorization_response_iss_parameter_supported === true,
		signatures: signaturesOf(server),
		clientId: configuration?.clientId ?? '',
		authentication: authenticationOf(session),
		redirectUri: configuration?.redirectUri ?? '',
		challengeMethod
	};
}

export async function sceneOf(session: Session, inputOf: InputOf, kind: SceneKind): Promise<Scene> {
	const server = session.server ?? unknownServer;
	const values = valuesOf(session, inputOf('token').secret, kind);
	const secret = values.client_secret.text;
	const built = await build(
		filled(session, server, values),
		(move) => ({ ...inputOf(move), secret }),
		kind === 'run' ? sentBy(session) : {}
	);
	const secrets = new SceneSecrets(values, kind === 'run');
	const shown = (request: HttpRequest = nothing): HttpRequest => secrets.shown(request);
	const configure = shown(metadataRequest(session) ?? built.configure);
	const authorizationUrl = built.authorize
		? shown(built.authorize).url
		: addressOf(server.authorization_endpoint);
	const asked = authorizationOf(authorizationUrl, addressOf(server.authorization_endpoint));
	const requests = {
		configure,
		exchange: shown(built.exchange),
		call: shown(built.call),
		renew: shown(built.renew)
	};
	return {
		...settingsOf(session, server),
		openIdConnect: configure.url.includes('/.well-known/openid-configuration'),
		metadata: configure.url,
		...asked,
		authorizationUrl,
		...callbackOf(session, { issuer: server.issuer, values }, kind),
		values,
		derivesChallenge: isDerived(session, values, kind),
		...askedFor(session, asked.authorization, kind === 'run'),
		others: secrets.others,
		requests,
		unbuilt: stepIds.filter((step) => isSending(step) && !built[step])
	};
}
