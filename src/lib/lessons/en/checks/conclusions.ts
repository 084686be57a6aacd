import type { conclusionChecks } from '$lib/lexicon/conclusions';
import type { CheckText } from './check-text';

/** The words around what an answer proves about the server. */
export const conclusionWords = {
	fail: 'The server accepted what it has to refuse',
	warn: 'The server accepted what it should refuse',
	why: 'Tokens came for this request. What they prove about the server is below. A client cannot see it in the answer, because nothing is wrong with the answer.',
	list: 'What this proves about the server'
} as const;

/** What follows from tokens that should not have come. `fix` is for whoever runs the server. */
export const conclusionTexts: Record<keyof typeof conclusionChecks, CheckText> = {
	'refuses-wrong-verifier': {
		label: 'Refuses a wrong verifier',
		fails:
			'The verifier that was sent does not give the challenge of the authorization request, and tokens came all the same. So the server does not check the verifier. Whoever steals a code can use it there: PKCE protects nobody.',
		fix: 'Have the server compute the challenge from the verifier at the token endpoint, and answer invalid_grant when it differs.'
	},
	'refuses-other-method': {
		label: 'Keeps to the challenge method',
		fails:
			'The verifier fits the challenge only by another method than the request named. So the server does not keep the method with the code. With plain in place of S256, whoever saw the challenge can use the code.',
		fix: 'Have the server keep the method with the code, and compare by it alone. Without a method the request means plain.'
	},
	'refuses-missing-verifier': {
		label: 'Refuses a missing verifier',
		fails:
			'The authorization request had a challenge, and tokens came without a verifier. So leaving the verifier out switches PKCE off. Whoever steals a code can do that too.',
		fix: 'Have the server answer invalid_grant when a code with a challenge comes without a verifier.'
	},
	'refuses-unasked-verifier': {
		label: 'Refuses a verifier without a challenge',
		fails:
			'The authorization request had no challenge, and the token request had a verifier, which was not refused. So an attacker may take the challenge out on the way, and the client does not notice.',
		fix: 'Have the server refuse a token request with a verifier when its code has no challenge. Requiring PKCE does the same.'
	},
	'refuses-no-challenge': {
		label: 'Requires PKCE of public clients',
		fails:
			'A client without a secret got a code and tokens without any challenge. So the server does not require PKCE of it. Nothing then tells the real client from whoever has the code.',
		fix: 'Switch on required PKCE for this application, or for all public clients.'
	},
	'refuses-unlisted-method': {
		label: 'Refuses unlisted challenge methods',
		fails:
			'The request named a challenge method that the standard does not know, or that the server’s metadata does not list. Tokens came all the same, so the metadata does not tell what the server does.',
		fix: 'Have the server answer invalid_request to other methods, or list what it accepts.'
	},
	'refuses-used-code': {
		label: 'Refuses a used code',
		fails:
			'This code had brought tokens before, and it brought some again. So a code that leaks from a log or a history can be used a second time.',
		fix: 'Have the server end a code with its first use. When it comes again, the tokens of the first use should be revoked.'
	},
	'refuses-old-code': {
		label: 'Refuses an old code',
		fails:
			'The code arrived here long before it was used, and tokens came. Ten minutes are the longest life that the standard recommends. The longer it lives, the longer a stolen one is of use.',
		fix: 'Set the lifetime of codes to a minute or so.'
	},
	'refuses-other-client': {
		label: 'Refuses a code of another client',
		fails:
			'The token request named another client than the authorization request, or none, and tokens came. So the server does not bind a code to its client. Any application there can use the code of another one.',
		fix: 'Have the server keep the client with the code, and answer invalid_grant to every other one.'
	},
	'refuses-other-redirect-uri': {
		label: 'Refuses another redirect URI',
		fails:
			'The redirect URI of the token request is not that of the authorization request, or it is missing, and tokens came. By this comparison a server notices that a code was led to another address. OAuth 2.1 lets it be left out where a challenge binds the code, but never be another one.',
		fix: 'Have the server compare the two, and answer invalid_grant when they differ. Without that, required PKCE and exact redirect URIs have to do it.'
	},
	'refuses-missing-grant-type': {
		label: 'Refuses a request without grant_type',
		fails:
			'The token request did not say which grant it uses, and tokens came. So the server guesses, which the standard does not provide for.',
		fix: 'Have the server answer unsupported_grant_type or invalid_request when grant_type is missing.'
	},
	'refuses-doubled-parameter': {
		label: 'Refuses a doubled parameter',
		fails:
			'A parameter stood in the token request twice, and tokens came. Two programs on the way may read different ones, which attackers use.',
		fix: 'Have the server answer invalid_request when a parameter is repeated.'
	},
	'refuses-missing-response-type': {
		label: 'Refuses a request without response_type',
		fails:
			'The authorization request did not say which answer it wants, and a code came. The server has to answer such a request with an error.',
		fix: 'Have the server answer invalid_request when response_type is missing.'
	},
	'refuses-unpushed-request': {
		label: 'Refuses requests not pushed before',
		fails:
			'The metadata says that authorization requests must be pushed first. This one stood in the address, and it was answered with a code. So the metadata does not tell what the server does.',
		fix: 'Have the server refuse such requests, or take require_pushed_authorization_requests out of its metadata.'
	},
	'refuses-missing-proof': {
		label: 'Refuses a code without its proof',
		fails:
			'The authorization request bound the code to a key, and tokens came without a proof of that key. So the binding protects nobody.',
		fix: 'Have the server keep the thumbprint in dpop_jkt with the code, and require a proof of that key.'
	},
	'refuses-wider-scope': {
		label: 'Refuses more scope than was granted',
		fails:
			'The request asked for a scope that the person had not granted, and it was not refused. So a token can gain rights that nobody gave it.',
		fix: 'Have the server answer invalid_scope when a request asks for more than the first grant.'
	},
	'refuses-used-refresh-token': {
		label: 'Refuses a replaced refresh token',
		fails:
			'A newer refresh token had taken the place of this one, and the old one brought tokens. Some servers allow that for some seconds, because answers get lost. Without a limit, rotation does not reveal a thief.',
		fix: 'Have the server end a refresh token when it gives out its successor, or shortly after. When it comes later, the whole grant should be revoked.'
	},
	'refuses-refresh-of-another': {
		label: 'Refuses another client’s refresh token',
		fails:
			'The request named another client than the one that got the refresh token, and tokens came. So the server does not bind it to its client.',
		fix: 'Have the server keep the client with the refresh token, and answer invalid_grant to every other one.'
	}
};
