/** What a client makes for a server: assertions of RFC 7523 §3, and request objects of RFC 9101. */
import { jwtTypes } from '$lib/lexicon/jwt-types';
import { say, sayOfToken } from '$lib/lexicon/said';
import type { TokenCheckId } from '$lib/lexicon/token-checks';
import type { TokenUse } from '$lib/lexicon/token-uses';
import { shown, stringOf } from '$lib/message/json-body';
import { audiencesOf } from '$lib/message/token-says';
import { missing, ofText, required, textRow, typeRow, type Missing } from './claims';
import { passIf, row, skipped, type Found, type Held, type Row } from './row';

const [assertion, request] = [['assertion'], ['request']] as const;

/** A claim that has to be the client_id. */
const clientRow = (id: TokenCheckId, uses: readonly TokenUse[], name: string, how: Missing): Row =>
	row(id, uses, {
		needs: ['clientId'],
		alone: (held) => missing(held, name, how) ?? ofText(held, name),
		judge: ({ claims }, { clientId }) =>
			passIf(claims[name] === clientId, { expected: clientId, actual: shown(claims[name]) })
	});

/** RFC 7523 §3, RFC 9126 §2; OpenID Connect CIBA of its own. At other endpoints none may stand for the server. */
const audienceEndpoints = [
	'token_endpoint',
	'pushed_authorization_request_endpoint',
	'backchannel_authentication_endpoint'
] as const;

/**
 * RFC 7523 §3: the server is named in `aud`, by its issuer or by the address of an endpoint. The address, or more than one
 * name, is what another server can talk a client into: the issuer alone is what is advised since.
 */
function judgeAudience({ claims, known: { server } }: Held, issuer: string): Found {
	const audiences = audiencesOf(claims);
	const expected = issuer;
	const actual = say('list', ...audiences);
	if (audiences.includes(issuer))
		return audiences.length === 1 && typeof claims.aud === 'string'
			? { status: 'pass', expected, actual }
			: { status: audiences.length === 1 ? 'pass' : 'warn', expected, actual: say('list', ...audiences) };
	for (const name of audienceEndpoints) {
		const endpoint = server?.[name];
		if (endpoint !== undefined && audiences.includes(endpoint))
			return { status: 'warn', expected, actual: sayOfToken('endpoint-as-audience', name, endpoint) };
	}
	return server === undefined
		? skipped(sayOfToken('not-issuer-perhaps-endpoint', ...audiences))
		: { status: 'fail', expected, actual };
}

/** RFC 9101 §4: an object never holds another, by value or by reference. */
function judgeNested({ claims }: Held): Found {
	const found = ['request', 'request_uri'].filter((name) => claims[name] !== undefined);
	return passIf(found.length === 0, {
		expected: sayOfToken('no-claims', 'request', 'request_uri'),
		actual: found.length === 0 ? say('none') : say('list', ...found)
	});
}

/** RFC 9101 §10.8: with the client as `sub` it could pass for an assertion. */
function judgeSubject({ claims }: Held): Found {
	const { sub } = claims;
	if (sub === undefined) return skipped(say('not-needed'));
	const client = stringOf(claims, 'client_id') ?? stringOf(claims, 'iss');
	return {
		status: sub === client ? 'warn' : 'pass',
		expected: sayOfToken('not-the-client'),
		actual: shown(sub)
	};
}

export const assertionRows: readonly Row[] = [
	typeRow('assertion-typ', assertion, jwtTypes.assertion, 'skipped'),
	clientRow('assertion-iss', assertion, 'iss', required),
	clientRow('assertion-sub', assertion, 'sub', required),
	row('assertion-aud', assertion, {
		needs: ['issuer'],
		alone: (held) => missing(held, 'aud', required),
		judge: (held, { issuer }) => judgeAudience(held, issuer)
	}),
	textRow('assertion-jti', assertion, 'jti', () => 'warn')
];

export const requestRows: readonly Row[] = [
	typeRow('request-typ', request, jwtTypes.requestObject, 'skipped'),
	clientRow('request-client-id', request, 'client_id', required),
	clientRow('request-iss', request, 'iss', () => 'warn'),
	row('request-aud', request, {
		needs: ['issuer'],
		alone: (held) => missing(held, 'aud', () => 'warn'),
		judge: ({ claims }, { issuer }) =>
			passIf(audiencesOf(claims).includes(issuer), { expected: issuer, actual: shown(claims.aud) })
	}),
	textRow('request-response-type', request, 'response_type', required),
	row('request-nested', request, { judge: judgeNested }),
	row('request-sub', request, { judge: judgeSubject })
];
