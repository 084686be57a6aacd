import { valueOf, type Pair } from '$lib/wire/form';
import type { HttpRequest } from '$lib/wire/http';
import { pythonLiteral as text } from '../literals';
import { authorizationStart, formOf, headersOf } from '../message';
import type { Scene } from '../scene';
import { refusals, usualTraps, type Language } from '../snippet';
import { ownFields, sentIn } from '../own-fields';

const standard = ['context', 'encoding', 'errors', 'fmt', 'io', 'log', 'net', 'os', 'strings', 'time'];

const isStandard = (name: string): boolean => standard.includes(name.replace(/\/.*/, ''));

/** As gofmt puts it: what Go brings first, each part in order. */
function program(imports: readonly string[], lines: readonly string[]): string {
	const named = (kind: boolean): string[] =>
		imports
			.filter((name) => isStandard(name) === kind)
			.sort()
			.map((name) => `\t"${name}"`);
	const parts = [named(true), named(false)].filter((part) => part.length > 0);
	const list = parts.map((part) => part.join('\n')).join('\n\n');
	return `package main\n\nimport (\n${list}\n)\n\nfunc main() {\n${lines.join('\n')}\n}\n`;
}

const stop = ['\tif err != nil {', '\t\tlog.Fatal(err)', '\t}'];

const values = (name: string, pairs: readonly Pair[]): string[] => [
	`\t${name} := url.Values{}`,
	...pairs.map(([key, value]) => `\t${name}.Add(${text(key)}, ${text(value)})`)
];

/** A redirect would take the message, with all that is in it, to another address. */
const staying = [
	'http.Client{',
	'\t\tTimeout: 30 * time.Second,',
	'\t\tCheckRedirect: func(*http.Request, []*http.Request) error {',
	'\t\t\treturn http.ErrUseLastResponse',
	'\t\t},',
	'\t}'
];

function send(request: HttpRequest): string {
	const form = formOf(request);
	const body = form
		? 'strings.NewReader(form.Encode())'
		: request.body === undefined
			? 'nil'
			: `strings.NewReader(${text(request.body)})`;
	return program(
		[
			'fmt',
			'io',
			'log',
			'net/http',
			'time',
			...(form ? ['net/url'] : []),
			...(body === 'nil' ? [] : ['strings'])
		],
		[
			...(form ? values('form', form) : []),
			`\trequest, err := http.NewRequest(${text(request.method)}, ${text(request.url)}, ${body})`,
			...stop,
			...headersOf(request).map(([name, value]) => `\trequest.Header.Set(${text(name)}, ${text(value)})`),
			'',
			`\tclient := ${staying[0]}`,
			...staying.slice(1),
			'\tanswer, err := client.Do(request)',
			...stop,
			'\tdefer answer.Body.Close()',
			'\tbody, err := io.ReadAll(answer.Body)',
			...stop,
			'\tfmt.Println(answer.StatusCode)',
			'\tfmt.Println(string(body))'
		]
	);
}

/** Names and values in a column, as gofmt has it. */
function fields(by: string, all: readonly (readonly [string, string | undefined])[]): string[] {
	const known = all.filter((field): field is [string, string] => field[1] !== undefined);
	const width = Math.max(...known.map(([name]) => name.length));
	return known.map(([name, value]) => `${by}${`${name}:`.padEnd(width + 1)} ${value},`);
}

const secretOf = ({ authentication, values: { client_secret: secret } }: Scene): string | undefined =>
	authentication === 'none' ? undefined : text(secret.text);

/** Fields of one line each stand in a column of their own. */
const config = (scene: Scene, url: 'AuthURL' | 'TokenURL', scopes?: string): string[] => [
	'\tconfig := oauth2.Config{',
	...fields('\t\t', [
		['ClientID', text(scene.clientId)],
		['ClientSecret', url === 'TokenURL' ? secretOf(scene) : undefined],
		['RedirectURL', text(scene.redirectUri)],
		['Scopes', scopes === undefined ? undefined : `[]string{${scopes.split(' ').map(text).join(', ')}}`]
	]),
	'\t\tEndpoint: oauth2.Endpoint{',
	...fields('\t\t\t', [
		[url, text(url === 'AuthURL' ? scene.authorizationEndpoint : scene.tokenEndpoint)],
		[
			'AuthStyle',
			url === 'AuthURL'
				? undefined
				: `oauth2.AuthStyleIn${scene.authentication === 'client_secret_basic' ? 'Header' : 'Params'}`
		]
	]),
	'\t\t},',
	'\t}'
];

const option = ([name, value]: Pair): string => `oauth2.SetAuthURLParam(${text(name)}, ${text(value)})`;

const challengeFields = ['code_challenge', 'code_challenge_method'];

function authorizeOptions(
	{ values: { verifier }, derivesChallenge }: Scene,
	others: readonly Pair[]
): string[] {
	if (!derivesChallenge || valueOf(others, 'code_challenge_method') !== 'S256') return others.map(option);
	return [
		`oauth2.S256ChallengeOption(${text(verifier.text)})`,
		...others.filter(([name]) => !challengeFields.includes(name)).map(option)
	];
}

/** In the order of the walk, and each name as often as there. */
const authorizeByHand = (scene: Scene): string =>
	program(
		['fmt', 'net/url', 'strings'],
		[
			'\tquery := strings.Join([]string{',
			...scene.authorization.map(
				([name, value]) => `\t\turl.QueryEscape(${text(name)}) + "=" + url.QueryEscape(${text(value)}),`
			),
			'\t}, "&")',
			`\tfmt.Println(${text(authorizationStart(scene))} + query)`
		]
	);

function authorize(scene: Scene): string {
	const own = ownFields(scene).authorization;
	if (!own) return authorizeByHand(scene);
	const scope = valueOf(scene.authorization, 'scope');
	return program(
		['fmt', 'golang.org/x/oauth2'],
		[
			...config(scene, 'AuthURL', scope),
			'\tfmt.Println(config.AuthCodeURL(',
			`\t\t${text(valueOf(scene.authorization, 'state') ?? '')},`,
			...authorizeOptions(scene, own).map((one) => `\t\t${one},`),
			'\t))'
		]
	);
}

const refuse = (words: string): string[] => [`\t\tlog.Fatal(${text(words)})`, '\t}'];

const callback = (scene: Scene): string =>
	program(
		['fmt', 'log', 'net/url'],
		[
			`\tcame := ${text(scene.callbackUrl)}`,
			...(scene.hasState ? [`\tstate := ${text(scene.values.state.text)}`] : []),
			`\tissuer := ${text(scene.issuer)}`,
			'',
			'\taddress, err := url.Parse(came)',
			...stop,
			'\tanswer := address.Query()',
			scene.hasState ? '\tif answer.Get("state") != state {' : '\tif answer.Has("state") {',
			...refuse(scene.hasState ? refusals.state : refusals.unaskedState),
			`\tif ${scene.issuerInAnswer ? '' : 'answer.Has("iss") && '}answer.Get("iss") != issuer {`,
			...refuse(refusals.issuer),
			'\tif !answer.Has("code") {',
			`\t\tlog.Fatal(${text(refusals.error)}, answer.Get("error"))`,
			'\t}',
			'\tfmt.Println(answer.Get("code"))'
		]
	);

/** The client that the library sends with. */
const libraryContext = [
	`\tclient := &${staying[0]}`,
	...staying.slice(1),
	'\tctx := context.WithValue(context.Background(), oauth2.HTTPClient, client)'
];

/** The library reads the answer itself; an answer that refuses is its error. */
const printToken = [
	...stop,
	'\terr = json.NewEncoder(os.Stdout).Encode(map[string]any{',
	...fields('\t\t', [
		['"access_token"', 'token.AccessToken'],
		['"token_type"', 'token.TokenType'],
		['"refresh_token"', 'token.RefreshToken'],
		['"id_token"', 'token.Extra("id_token")']
	]),
	'\t})',
	...stop
];

const tokenImports = ['context', 'encoding/json', 'log', 'net/http', 'os', 'time', 'golang.org/x/oauth2'];

function exchange(scene: Scene): string {
	const others = ownFields(scene).exchange;
	if (!others) return send(scene.requests.exchange);
	const verifier = valueOf(others, 'code_verifier');
	const options = [
		...(verifier === undefined ? [] : [`oauth2.VerifierOption(${text(verifier)})`]),
		...others.filter(([name]) => name !== 'code_verifier').map(option)
	];
	return program(tokenImports, [
		...config(scene, 'TokenURL'),
		...libraryContext,
		'\ttoken, err := config.Exchange(',
		'\t\tctx,',
		`\t\t${text(sentIn(scene.requests.exchange, 'code') ?? '')},`,
		...options.map((one) => `\t\t${one},`),
		'\t)',
		...printToken
	]);
}

function renew(scene: Scene): string {
	const others = ownFields(scene).renew;
	// The library sends nothing beside the refresh token.
	if (!others || others.length > 0) return send(scene.requests.renew);
	const refresh = sentIn(scene.requests.renew, 'refresh_token') ?? '';
	return program(tokenImports, [
		...config(scene, 'TokenURL'),
		`\told := &oauth2.Token{RefreshToken: ${text(refresh)}}`,
		...libraryContext,
		'\ttoken, err := config.TokenSource(ctx, old).Token()',
		...printToken
	]);
}

const tokens = ({ values: known, hasNonce, jwksUri, clientId, issuer, signatures }: Scene): string =>
	program(
		['context', 'encoding/json', 'fmt', 'log', 'github.com/coreos/go-oidc/v3/oidc'],
		[
			`\tidToken := ${text(known.id_token.text)}`,
			...(hasNonce ? [`\tnonce := ${text(known.nonce.text)}`] : []),
			'',
			'\tctx := context.Background()',
			`\tkeys := oidc.NewRemoteKeySet(ctx, ${text(jwksUri ?? '')})`,
			`\tverifier := oidc.NewVerifier(${text(issuer)}, keys, &oidc.Config{`,
			...fields('\t\t', [
				['ClientID', text(clientId)],
				['SupportedSigningAlgs', `[]string{${signatures.map(text).join(', ')}}`]
			]),
			'\t})',
			'\ttoken, err := verifier.Verify(ctx, idToken)',
			...stop,
			'\tif token.Subject == "" || token.IssuedAt.IsZero() {',
			...refuse(refusals.claims),
			...(hasNonce ? ['\tif token.Nonce != nonce {', ...refuse(refusals.nonce)] : []),
			'\tvar claims json.RawMessage',
			'\tif err := token.Claims(&claims); err != nil {',
			'\t\tlog.Fatal(err)',
			'\t}',
			'\tfmt.Println(string(claims))'
		]
	);

export const go: Language = {
	id: 'go',
	file: (step) => `${step}.go`,
	install: {
		verifier: 'go get golang.org/x/oauth2',
		challenge: 'go get golang.org/x/oauth2',
		authorize: 'go get golang.org/x/oauth2',
		exchange: 'go get golang.org/x/oauth2',
		tokens: 'go get github.com/coreos/go-oidc/v3/oidc',
		renew: 'go get golang.org/x/oauth2'
	},
	steps: {
		configure: ({ requests }) => send(requests.configure),
		verifier: () =>
			program(
				['fmt', 'golang.org/x/oauth2'],
				[
					'\t// 32 random octets: 43 characters of base64url, without padding (RFC 7636 §4.1)',
					'\tfmt.Println(oauth2.GenerateVerifier())'
				]
			),
		challenge: ({ values: { verifier } }) =>
			program(
				['fmt', 'golang.org/x/oauth2'],
				[`\tfmt.Println(oauth2.S256ChallengeFromVerifier(${text(verifier.text)}))`]
			),
		authorize,
		callback,
		exchange,
		tokens,
		call: ({ requests }) => send(requests.call),
		renew
	},
	traps: usualTraps
};
