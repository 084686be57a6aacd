/** Values that a stranger may have put into a walk, each meant to end a literal somewhere and to go on as code. */
import fc from 'fast-check';
import type { Scene } from '$lib/snippets/scene';
import { sceneValues } from '$lib/snippets/scene';
import type { HttpRequest } from '$lib/wire/http';

export const nastyTexts = [
	`"; process.exit(9); //`,
	`' + process.exit(9) + '`,
	'`id`',
	'$(id)',
	'${process.exit(9)}',
	'#{exit 9}',
	'\\(exit(9))',
	'@{[exit 9]}',
	'$x @y %z &w',
	'\\',
	'\\"',
	"\\'",
	'\\u0022',
	'\n"; exit 9 #',
	'\r\nevil: 1\r\n',
	'*/ exit /*',
	'<?php exit(9); ?>',
	'\'\'\'"""',
	'??/"',
	'%s%n{0}',
	'{{$processEnv HOME}}',
	'\u2028\u2029\u202e\u0085',
	'é漢😀',
	'\ud800',
	'\u0001\u001b[31m\u007f'
];

/** Any text, most often one of those, alone or among others. No NUL: a shell has no word for it, and says so. */
export const hostileText: fc.Arbitrary<string> = fc
	.array(fc.oneof(fc.constantFrom(...nastyTexts), fc.string({ unit: 'grapheme', maxLength: 12 })), {
		minLength: 1,
		maxLength: 4
	})
	.map((parts) => parts.join('').replaceAll('\0', ''));

/** Makes a text of each place of a scene. */
export type Fill = (place: string) => string;

function requestOf(fill: Fill, place: string): HttpRequest {
	const body = new URLSearchParams([['a b', fill(`${place} form`)]]).toString();
	return {
		method: 'POST',
		url: `https://server.example/${place}?x=${encodeURIComponent(fill(`${place} url`).toWellFormed())}`,
		headers: [
			['content-type', 'application/x-www-form-urlencoded'],
			// What no header holds has no place in a message (RFC 9110 §5.5).
			['authorization', `Bearer ${fill(`${place} header`).replace(/[\r\n]/g, '')}`]
		],
		body
	};
}

/** A scene all of whose texts are somebody's. */
export function sceneWith(fill: Fill): Scene {
	const valueOf = (name: string) => ({ text: fill(name), actual: true });
	const [verifier, challenge, state, nonce, code, access, id, refresh, secret] = sceneValues.map(valueOf);
	return {
		issuer: fill('issuer'),
		authorizationEndpoint: `https://server.example/authorize?${fill('authorization endpoint').replaceAll('#', '')}`,
		tokenEndpoint: `https://server.example/${fill('token endpoint')}`,
		jwksUri: `https://server.example/${fill('jwks')}`,
		openIdConnect: true,
		metadata: `https://server.example/${fill('metadata')}`,
		issuerInAnswer: true,
		signatures: [fill('algorithm')],
		clientId: fill('client'),
		authentication: 'client_secret_post',
		redirectUri: `https://app.example/${fill('redirect')}`,
		scope: `openid ${fill('scope')}`,
		challengeMethod: 'S256',
		authorization: [
			['response_type', 'code'],
			['client_id', fill('client')],
			['redirect_uri', fill('redirect')],
			['a b', fill('parameter')]
		],
		authorizationUrl: `https://server.example/authorize?${fill('authorization url')}`,
		callbackUrl: `https://app.example/?code=${fill('callback')}`,
		answerInQuery: true,
		values: {
			verifier: verifier!,
			challenge: challenge!,
			state: state!,
			nonce: nonce!,
			code: code!,
			access_token: access!,
			id_token: id!,
			refresh_token: refresh!,
			client_secret: secret!
		},
		others: [],
		derivesChallenge: true,
		hasState: true,
		hasNonce: true,
		requests: {
			configure: requestOf(fill, 'configure'),
			exchange: requestOf(fill, 'exchange'),
			call: requestOf(fill, 'call'),
			renew: requestOf(fill, 'renew')
		},
		unbuilt: []
	};
}

const formTo = (url: string, fields: Record<string, string>): HttpRequest => ({
	method: 'POST',
	url,
	headers: [['content-type', 'application/x-www-form-urlencoded']],
	body: new URLSearchParams(fields).toString()
});

/** One whose messages are those that a library for OAuth writes itself, with somebody's values. */
export function libraryScene(fill: Fill): Scene {
	const formed: Fill = (place) => fill(place).toWellFormed();
	const scene = sceneWith(formed);
	const { tokenEndpoint, clientId, redirectUri, values } = scene;
	const client = { client_id: clientId, client_secret: values.client_secret.text, 'a b': formed('field') };
	const code = formed('sent code');
	return {
		...scene,
		callbackUrl: `https://app.example/?${new URLSearchParams({ code })}`,
		authorization: [
			...scene.authorization.slice(0, 2),
			['redirect_uri', redirectUri],
			['state', values.state.text],
			['code_challenge', values.challenge.text],
			['code_challenge_method', 'S256'],
			['a b', formed('parameter')]
		],
		requests: {
			...scene.requests,
			exchange: formTo(tokenEndpoint, {
				grant_type: 'authorization_code',
				code,
				redirect_uri: redirectUri,
				code_verifier: formed('sent verifier'),
				...client
			}),
			renew: formTo(tokenEndpoint, {
				grant_type: 'refresh_token',
				refresh_token: formed('sent token'),
				...client
			})
		}
	};
}
