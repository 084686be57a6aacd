/** Edits of the two requests after which tokens prove something about the server, and some after which they do not. */
import type { CheckId } from '$lib/lexicon/check';
import type { Configuration } from '$lib/trace/configuration';
import { Walker, withParameter, withQuery, type Edit } from './walker';
import { origin, type PairWorld } from './world';

export interface Edits {
	authorization?: Edit;
	token?: Edit;
	/** Sends the token request once more, as it is. */
	again?: boolean;
	/** Milliseconds that the code lies there. */
	wait?: number;
	method?: 'S256' | 'plain';
}

const all =
	(...edits: Edit[]): Edit =>
	(request) =>
		edits.reduce((edited, edit) => edit(edited), request);

const doubled =
	(name: string, value: string): Edit =>
	(request) => ({ ...request, body: `${request.body}&${new URLSearchParams({ [name]: value })}` });

const withHeader =
	(name: string, value: string): Edit =>
	(request) => ({ ...request, headers: [...request.headers, [name, value]] });

export const withoutChallenge = all(
	withQuery('code_challenge', undefined),
	withQuery('code_challenge_method', undefined)
);
const wrong = 'w'.repeat(43);

/** The challenge itself in place of the verifier: what whoever saw the authorization request has. */
const challengeAsVerifier = (walker: Walker): Edit =>
	withParameter('code_verifier', walker.session.code_challenge);

export const accepted: [title: string, edits: Edits | ((walker: Walker) => Edits), CheckId[]][] = [
	['a wrong verifier', { token: withParameter('code_verifier', wrong) }, ['refuses-wrong-verifier']],
	[
		'a verifier that is cut off',
		{ token: withParameter('code_verifier', wrong.slice(1)) },
		['refuses-wrong-verifier']
	],
	[
		'a wrong verifier of plain',
		{ method: 'plain', token: withParameter('code_verifier', wrong) },
		['refuses-wrong-verifier']
	],
	['no verifier', { token: withParameter('code_verifier', undefined) }, ['refuses-missing-verifier']],
	['an empty verifier', { token: withParameter('code_verifier', '') }, ['refuses-missing-verifier']],
	[
		'the challenge as verifier',
		(walker) => ({ token: challengeAsVerifier(walker) }),
		['refuses-other-method']
	],
	[
		'S256 where no method was named',
		{ authorization: withQuery('code_challenge_method', undefined) },
		['refuses-other-method']
	],
	[
		'S256 where plain was named',
		{ authorization: withQuery('code_challenge_method', 'plain') },
		['refuses-other-method']
	],
	[
		'a method that there is not',
		{ authorization: withQuery('code_challenge_method', 'S512') },
		['refuses-unlisted-method']
	],
	['another challenge', { authorization: withQuery('code_challenge', wrong) }, ['refuses-wrong-verifier']],
	['plain, which its metadata does not list', { method: 'plain' }, ['refuses-unlisted-method']],
	['a verifier and no challenge', { authorization: withoutChallenge }, ['refuses-unasked-verifier']],
	['an empty challenge', { authorization: withQuery('code_challenge', '') }, ['refuses-unasked-verifier']],
	[
		'neither challenge nor verifier',
		{ authorization: withoutChallenge, token: withParameter('code_verifier', undefined) },
		['refuses-no-challenge']
	],
	['the code again', { again: true }, ['refuses-used-code']],
	['a code of eleven minutes', { wait: 660_000 }, ['refuses-old-code']],
	['another client', { token: withParameter('client_id', 'other-spa') }, ['refuses-other-client']],
	['no client', { token: withParameter('client_id', undefined) }, ['refuses-other-client']],
	[
		'a code of another client',
		{ authorization: withQuery('client_id', 'other-spa') },
		['refuses-other-client']
	],
	[
		'another redirect URI',
		{ token: withParameter('redirect_uri', `${origin}/elsewhere/`) },
		['refuses-other-redirect-uri']
	],
	[
		'a redirect URI without its slash',
		{ token: withParameter('redirect_uri', `${origin}/callback`) },
		['refuses-other-redirect-uri']
	],
	[
		'no redirect URI, and no challenge',
		{ authorization: withoutChallenge, token: withParameter('redirect_uri', undefined) },
		['refuses-unasked-verifier', 'refuses-other-redirect-uri']
	],
	['no grant_type', { token: withParameter('grant_type', undefined) }, ['refuses-missing-grant-type']],
	['a second verifier', { token: doubled('code_verifier', wrong) }, ['refuses-doubled-parameter']],
	[
		'no response_type',
		{ authorization: withQuery('response_type', undefined) },
		['refuses-missing-response-type']
	],
	[
		'a key that nothing proves',
		{ authorization: withQuery('dpop_jkt', 'thumbprint') },
		['refuses-missing-proof']
	],
	[
		'all at once',
		{
			again: true,
			authorization: withQuery('response_type', ''),
			token: all(
				withParameter('code_verifier', wrong),
				withParameter('redirect_uri', 'https://elsewhere.example/'),
				withParameter('client_id', 'other-spa')
			)
		},
		[
			'refuses-used-code',
			'refuses-wrong-verifier',
			'refuses-other-client',
			'refuses-other-redirect-uri',
			'refuses-missing-response-type'
		]
	]
];

/** Edits after which tokens prove nothing. */
export const innocent: [title: string, Edits][] = [
	['nothing edited', {}],
	['a code of ten minutes', { wait: 600_000 }],
	[
		'a parameter of its own',
		{ token: withParameter('tenant', 'a'), authorization: withQuery('tenant', 'a') }
	],
	['no redirect URI, but a challenge', { token: withParameter('redirect_uri', undefined) }],
	['several resources', { token: all(doubled('resource', 'urn:a'), doubled('resource', 'urn:b')) }],
	[
		'another grant',
		{ token: all(withParameter('grant_type', 'client_credentials'), withParameter('code_verifier', wrong)) }
	],
	[
		'a code from elsewhere',
		{ token: all(withParameter('code', 'other'), withParameter('code_verifier', wrong)) }
	],
	[
		'no state, so that the code may be of another request',
		{ authorization: withQuery('state', undefined), token: withParameter('code_verifier', wrong) }
	],
	[
		'a client that is named in its header',
		{ token: all(withParameter('client_id', undefined), withHeader('authorization', 'Basic YTpi')) }
	],
	[
		'no challenge of a client with a secret',
		{
			authorization: withoutChallenge,
			token: all(withParameter('code_verifier', undefined), withParameter('client_secret', 's'))
		}
	]
];

/** The edits of both tables. */
export const everyEdit = [...accepted, ...innocent].map(
	([title, edits]): [title: string, edits: Edits | ((walker: Walker) => Edits)] => [title, edits]
);

/** Walks with the edits up to the token response. */
export async function walk(
	world: PairWorld,
	edits: Edits | ((walker: Walker) => Edits),
	configuration: Partial<Configuration> = {}
): Promise<Walker> {
	const walker = new Walker(world);
	await walker.discover(configuration);
	const { method } = typeof edits === 'function' ? {} : edits;
	await walker.prepare(method);
	const { authorization, token, again, wait = 0 } = typeof edits === 'function' ? edits(walker) : edits;
	await walker.authorize(authorization);
	world.wait(wait);
	await walker.send('exchange', 'token', token);
	if (again) await walker.send('exchange', 'token', token);
	return walker;
}

/** The ids of what was concluded from the token response. */
export const concluded = ({ session }: Walker): string[] =>
	(session.exchange?.conclusions ?? []).map(({ id }) => id);
