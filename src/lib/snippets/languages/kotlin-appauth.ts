/** Android with AppAuth 0.11. What the library does not do, or would send otherwise, is the Kotlin of `kotlin.ts`. */
import { valueOf, type Pair } from '$lib/wire/form';
import { kotlinLiteral as text } from '../literals';
import { ownFields, sentIn } from '../own-fields';
import type { Scene, SceneValue } from '../scene';
import { refusals, usualTraps, type Language, type Snippet } from '../snippet';
import { kotlin, sendByConnection } from './kotlin';

const imports = (...names: string[]): string =>
	names
		.sort()
		.map((name) => `import ${name}\n`)
		.join('');

const appAuth = (...names: string[]): string[] => names.map((name) => `net.openid.appauth.${name}`);

const uri = (address: string): string => `Uri.parse(${text(address)})`;

const servers = ({ authorizationEndpoint, tokenEndpoint }: Scene): string =>
	`    val servers = AuthorizationServiceConfiguration(
        ${uri(authorizationEndpoint)},
        ${uri(tokenEndpoint)}
    )`;

/** Parameters for which the library has a method of its own, and takes them in no other way. */
const setters: Readonly<Record<string, string>> = {
	scope: 'setScope',
	state: 'setState',
	nonce: 'setNonce',
	prompt: 'setPrompt',
	display: 'setDisplay',
	login_hint: 'setLoginHint',
	ui_locales: 'setUiLocales',
	response_mode: 'setResponseMode'
};

const others = (pairs: readonly Pair[]): string[] =>
	pairs.length === 0
		? []
		: [
				`        .setAdditionalParameters(mapOf(${pairs
					.map(([name, value]) => `${text(name)} to ${text(value)}`)
					.join(', ')}))`
			];

const challenge: ReadonlySet<string> = new Set(['code_challenge', 'code_challenge_method']);

/** What it reads as something else than text, or has to sign: an address says it. */
const unsaid: ReadonlySet<string> = new Set(['claims', 'claims_locales', 'request', 'request_uri']);

/** In the person's browser, by the address as it stands. */
const authorizeByAddress = ({ authorizationUrl }: Scene): string => `${imports(
	...['android.app.Activity', 'android.content.Intent', 'android.net.Uri']
)}
fun signIn(activity: Activity) {
    activity.startActivity(Intent(Intent.ACTION_VIEW, ${uri(authorizationUrl)}))
}
`;

/** RFC 7636 §4.1: another one the library refuses. */
const isVerifier = ({ text: verifier, actual }: SceneValue): boolean =>
	!actual || /^[A-Za-z0-9._~-]{43,128}$/.test(verifier);

/** What the library has to be told for the request. Undefined: it would make another one, and its answer is not known to it. */
function byLibrary(scene: Scene): Pair[] | undefined {
	const own = ownFields(scene).authorization;
	const isMade =
		valueOf(own ?? [], 'code_challenge') === scene.values.challenge.text &&
		valueOf(own ?? [], 'code_challenge_method') === scene.challengeMethod &&
		scene.derivesChallenge &&
		isVerifier(scene.values.verifier) &&
		!own?.some(([name]) => unsaid.has(name));
	return isMade ? own : undefined;
}

/** Left alone, the library makes these by itself. */
const madeAlways = ['state', 'nonce'];

function authorize(scene: Scene): string {
	const { authorization: pairs, clientId, redirectUri, values, challengeMethod } = scene;
	const own = byLibrary(scene);
	if (!own) return authorizeByAddress(scene);
	const set = pairs.flatMap(([name, value]) => {
		const setter = setters[name];
		return setter === undefined ? [] : [`        .${setter}(${text(value)})`];
	});
	const unset = madeAlways
		.filter((name) => valueOf(pairs, name) === undefined)
		.map((name) => `        .${setters[name]}(null)`);
	const rest = own.filter(([name]) => setters[name] === undefined && !challenge.has(name));
	return `${imports(
		...['android.app.Activity', 'android.net.Uri'],
		...appAuth('AuthorizationRequest', 'AuthorizationService', 'AuthorizationServiceConfiguration'),
		...appAuth('ResponseTypeValues')
	)}
fun signIn(activity: Activity) {
${servers(scene)}
    val request = AuthorizationRequest.Builder(
        servers, ${text(clientId)}, ResponseTypeValues.CODE, ${uri(redirectUri)}
    )
${[
	...set,
	...unset,
	`        .setCodeVerifier(${text(values.verifier.text)}, ${text(values.challenge.text)}, ${text(challengeMethod)})`,
	...others(rest),
	'        .build()'
].join('\n')}
    // In the browser, and never in a view of the app (RFC 8252 §8.12)
    val browser = AuthorizationService(activity).getAuthorizationRequestIntent(request)
    activity.startActivityForResult(browser, 1)
}
`;
}

/** Plain Kotlin, for what the library does not do. */
function byHand(step: 'callback' | 'exchange' | 'renew', scene: Scene): string | undefined {
	const snippet = kotlin.steps[step];
	return typeof snippet === 'function' ? snippet(scene) : undefined;
}

/** The library compares the state with that of its request, and not the issuer. */
const callbackByLibrary = ({ issuer, issuerInAnswer }: Scene): string => `${imports(
	...['android.content.Intent', ...appAuth('AuthorizationException', 'AuthorizationResponse')]
)}
// With the intent of onActivityResult. AppAuth has compared the state: where it differs, this throws.
fun codeOf(intent: Intent): String {
    val answer = AuthorizationResponse.fromIntent(intent)
        ?: throw checkNotNull(AuthorizationException.fromIntent(intent))
    val issuer = answer.additionalParameters["iss"]${issuerInAnswer ? '' : ` ?: ${text(issuer)}`}
    check(issuer == ${text(issuer)}) { ${text(refusals.issuer)} }
    return checkNotNull(answer.authorizationCode)
}
`;

const callback: Snippet = (scene) =>
	byLibrary(scene) ? callbackByLibrary(scene) : byHand('callback', scene);

const tokenSetters: Readonly<Record<string, string>> = {
	scope: 'setScope',
	code_verifier: 'setCodeVerifier'
};

/** What proves the client, as AppAuth has it. */
const proofs: Partial<Record<Scene['authentication'], string>> = {
	client_secret_basic: 'ClientSecretBasic',
	client_secret_post: 'ClientSecretPost'
};

const tokenRequest =
	(step: 'exchange' | 'renew', grant: string, lines: (scene: Scene) => string[]): Snippet =>
	(scene) => {
		const { authentication, clientId, values, tokenEndpoint } = scene;
		const own = ownFields(scene)[step];
		const verifier = valueOf(own ?? [], 'code_verifier');
		const isTaken = verifier === undefined || isVerifier({ ...values.verifier, text: verifier });
		// The library asks no server at an address of `http:`.
		if (!own || !isTaken || !/^https:/i.test(tokenEndpoint)) return byHand(step, scene);
		const set = own.flatMap(([name, value]) => {
			const setter = tokenSetters[name];
			return setter === undefined ? [] : [`        .${setter}(${text(value)})`];
		});
		const rest = own.filter(([name]) => tokenSetters[name] === undefined);
		const proof = proofs[authentication];
		return `${imports(
			...['android.content.Context', 'android.net.Uri'],
			...appAuth('AuthorizationService', 'AuthorizationServiceConfiguration', 'GrantTypeValues'),
			...appAuth('TokenRequest', ...(proof ? [proof] : []))
		)}
fun ask(context: Context) {
${servers(scene)}
    val request = TokenRequest.Builder(servers, ${text(clientId)})
        .setGrantType(GrantTypeValues.${grant})
${[...lines(scene), ...set, ...others(rest), '        .build()'].join('\n')}
    AuthorizationService(context).performTokenRequest(
        request${proof ? `, ${proof}(${text(values.client_secret.text)})` : ''}
    ) { answer, error ->
        println(answer?.jsonSerializeString() ?: error)
    }
}
`;
	};

export const kotlinAppAuth: Language = {
	id: 'kotlin-appauth',
	file: (step) => `${step}.kt`,
	install: {
		verifier: 'implementation("net.openid:appauth:0.11.1")',
		challenge: 'implementation("net.openid:appauth:0.11.1")',
		authorize: 'implementation("net.openid:appauth:0.11.1")',
		callback: 'implementation("net.openid:appauth:0.11.1")',
		exchange: 'implementation("net.openid:appauth:0.11.1")',
		renew: 'implementation("net.openid:appauth:0.11.1")',
		...kotlin.install
	},
	steps: {
		...kotlin.steps,
		verifier: () => `${imports(...appAuth('CodeVerifierUtil'))}
// 64 random octets: 86 characters of base64url, without padding (RFC 7636 §4.1)
fun main() = println(CodeVerifierUtil.generateRandomCodeVerifier())
`,
		challenge: ({ values: { verifier } }) => `${imports(...appAuth('CodeVerifierUtil'))}
fun main() = println(CodeVerifierUtil.deriveCodeVerifierChallenge(${text(verifier.text)}))
`,
		authorize,
		callback,
		// A connection of Android knows PATCH.
		call: ({ requests }) => sendByConnection(requests.call),
		exchange: tokenRequest(
			'exchange',
			'AUTHORIZATION_CODE',
			({ values, redirectUri, hasNonce, requests }) => [
				`        .setAuthorizationCode(${text(sentIn(requests.exchange, 'code') ?? '')})`,
				`        .setRedirectUri(${uri(redirectUri)})`,
				...(hasNonce ? [`        .setNonce(${text(values.nonce.text)})`] : [])
			]
		),
		renew: tokenRequest('renew', 'REFRESH_TOKEN', ({ requests }) => [
			`        .setRefreshToken(${text(sentIn(requests.renew, 'refresh_token') ?? '')})`
		])
	},
	traps: usualTraps
};
