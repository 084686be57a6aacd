import { describe, expect, it } from 'vitest';
import { compareTokens, type TokenPair } from '$lib/flow/compare/token-pair';
import type { Finding } from '$lib/flow/compare/compare';
import { forgeToken } from '../../fixtures/tokens';

const jwt = (claims: unknown, header: object = { alg: 'RS256', kid: 'a', typ: 'JWT' }): string =>
	forgeToken(header, claims, 'c2ln');
const all = ({ comparison }: TokenPair): Finding[] => [
	...(comparison?.findings ?? []),
	...(comparison?.rest ?? [])
];
const changes = (pair: TokenPair): Record<string, unknown> =>
	Object.fromEntries(all(pair).map(({ places, change }) => [places[0]?.name ?? '', change]));

const base = { iss: 'https://id.example', sub: 'p', aud: 'api', azp: 'spa', iat: 1_000, exp: 4_600 };

describe('an ID token beside an access token', () => {
	const id = jwt({ ...base, aud: 'spa', nonce: 'n', at_hash: 'h' });
	const access = jwt({ ...base, scope: 'read' }, { alg: 'RS256', kid: 'a', typ: 'at+jwt' });

	it('is told which is which, in whatever order they come', () => {
		expect(compareTokens(id, access).said).toEqual([{ say: 'id-and-access', id: 'one' }]);
		expect(compareTokens(access, id).said).toEqual([{ say: 'id-and-access', id: 'other' }]);
	});

	it('for one audience is told as that', () => {
		const same = jwt({ ...base, aud: ['spa'], scope: 'read' }, { alg: 'RS256', typ: 'at+jwt' });
		expect(compareTokens(id, same).said).toEqual([
			{ say: 'id-and-access', id: 'one' },
			{ say: 'one-audience' }
		]);
	});

	it('that says nothing of its kind is not guessed at', () => {
		expect(compareTokens(id, jwt(base)).said).toEqual([]);
	});
});

describe('two tokens of one person, client and audience', () => {
	it('are told as a renewal where the sign-in is the same', () => {
		const one = jwt({ ...base, auth_time: 900 });
		const other = jwt({ ...base, auth_time: 900, iat: 4_600, exp: 8_200 });
		expect(compareTokens(one, other).said).toEqual([
			{ say: 'one-series', later: 'other', seconds: 3600 },
			{ say: 'one-sign-in' }
		]);
		expect(compareTokens(other, one).said[0]).toEqual({ say: 'one-series', later: 'one', seconds: 3600 });
		expect(all(compareTokens(one, other))).toEqual([]);
	});

	it('are told as two sign-ins where auth_time differs', () => {
		const said = compareTokens(jwt({ ...base, auth_time: 9 }), jwt({ ...base, auth_time: 10 })).said;
		expect(said).toContainEqual({ say: 'two-sign-ins' });
	});

	it.each([['iss'], ['sub'], ['aud'], ['azp']])('are no series where %s differs', (name) => {
		expect(compareTokens(jwt(base), jwt({ ...base, [name]: 'another', iat: 5 })).said).toEqual([]);
	});

	it('are the very same, or have another signature alone', () => {
		const one = jwt(base);
		expect(compareTokens(one, one).said).toEqual([{ say: 'same' }]);
		expect(compareTokens(one, `${one.slice(0, -4)}AAAA`).said).toEqual([{ say: 'other-signature' }]);
	});
});

describe('what is nested', () => {
	it('is compared by its path, lists as sets', () => {
		const one = { realm_access: { roles: ['b', 'a'] }, resource_access: { 'my.app': { roles: ['x'] } } };
		const other = { realm_access: { roles: ['a', 'b'] }, resource_access: { 'my.app': { roles: ['y'] } } };
		expect(changes(compareTokens(jwt(one), jwt(other)))).toEqual({
			'resource_access["my.app"].roles': { kind: 'set', lost: ['x'], gained: ['y'] }
		});
	});

	it('in a list is compared item by item, in whatever order its members stand', () => {
		const details = (...list: object[]): string => jwt({ authorization_details: list });
		const one = details({ type: 'pay', limit: 5 }, { type: 'read' });
		expect(all(compareTokens(one, details({ type: 'read' }, { limit: 5, type: 'pay' })))).toEqual([]);
		expect(changes(compareTokens(one, details({ type: 'read' })))).toEqual({
			authorization_details: { kind: 'set', lost: ['{"limit":5,"type":"pay"}'], gained: [] }
		});
	});

	it('deeper than anybody looks differs all the same', () => {
		const tower = (end: string): string => `${'{"a":'.repeat(5_000)}${end}${'}'.repeat(5_000)}`;
		expect(all(compareTokens(jwt(tower('1')), jwt(tower('2'))))).toHaveLength(1);
		expect(all(compareTokens(jwt(tower('1')), jwt(tower('1'))))).toEqual([]);
	});

	it('under a name that stands outside too hides nothing', () => {
		const made = compareTokens(jwt('{"a.b":1,"a":{"b":2}}'), jwt('{"a.b":1,"a":{"b":3}}'));
		expect(Object.keys(changes(made))).toEqual(['a["b"]']);
	});

	it('that is named like the header is none of it', () => {
		const made = compareTokens(jwt({ 'header.alg': 'x' }), jwt({ 'header.alg': 'y' }));
		expect(all(made).map(({ meaning }) => meaning)).toEqual(['claim']);
	});
});

describe('values', () => {
	it('beyond 2^53 are compared and shown as they were written', () => {
		const [one, other] = ['9007199254740992', '9007199254740993'].map((id) =>
			jwt(`{"id":${id},"n":{"m":1}}`)
		);
		expect(all(compareTokens(one ?? '', other ?? ''))).toMatchObject([
			{ one: '9007199254740992', other: '9007199254740993', change: { kind: 'changed' } }
		]);
	});

	it('of another type are not equal, however they look', () => {
		expect(changes(compareTokens(jwt({ exp: 5, x: '5' }), jwt({ exp: '5', x: 5 })))).toEqual({
			exp: { kind: 'type', one: 'number', other: 'text' },
			x: { kind: 'type', one: 'text', other: 'number' }
		});
	});

	it('that are empty are there', () => {
		expect(changes(compareTokens(jwt({ email: '' }), jwt({})))).toEqual({
			email: { kind: 'only', on: 'one' }
		});
	});

	it.each([
		['exp', 'expiry'],
		['iat', 'token-moment']
	])('that are moments are told where one of them has none: %s', (name, meaning) => {
		expect(all(compareTokens(jwt({ [name]: 5 }), jwt({})))).toMatchObject([
			{ meaning, change: { kind: 'only', on: 'one' } }
		]);
	});
});

describe('the shapes of providers', () => {
	it.each<[string, object, object, string[]]>([
		[
			'Entra, version 1 and 2',
			{ iss: 'https://sts.windows.net/t/', ver: '1.0', tid: 't', aud: 'api://a', appid: 'c', scp: 'read' },
			{
				iss: 'https://login.microsoftonline.com/t/v2.0',
				ver: '2.0',
				tid: 't',
				aud: 'a',
				azp: 'c',
				scp: 'read'
			},
			['token-audience', 'token-issuer', 'token-version', 'authorized-party', 'authorized-party']
		],
		[
			'Okta, the org server and one of your own',
			{ iss: 'https://d.okta.example', aud: 'https://d.okta.example', cid: 'c', scp: ['openid'] },
			{ iss: 'https://d.okta.example/oauth2/default', aud: 'api://default', cid: 'c', scp: ['openid'] },
			['token-audience', 'token-issuer']
		],
		[
			'Cognito, ID and access',
			{ iss: 'i', sub: 's', token_use: 'id', aud: 'c', 'cognito:groups': ['a'] },
			{ iss: 'i', sub: 's', token_use: 'access', client_id: 'c', 'cognito:groups': ['a', 'b'] },
			['token-audience', 'token-use', 'authorized-party', 'permissions']
		],
		[
			'Auth0, with names of one’s own',
			{ iss: 'i', 'https://app.example/roles': ['a', 'b'], permissions: ['r'] },
			{ iss: 'i', 'https://app.example/roles': ['b'], permissions: ['r'], org_id: 'o' },
			['tenant', 'permissions']
		]
	])('%s', (_, one, other, meanings) => {
		expect(all(compareTokens(jwt(one), jwt(other))).map(({ meaning }) => meaning)).toEqual(meanings);
	});
});

describe('what cannot be read whole', () => {
	const encrypted = forgeToken({ alg: 'RSA-OAEP', enc: 'A256GCM' }, 'k', 'aa.bb.cc');

	it('is compared by its header where it is encrypted', () => {
		const pair = compareTokens(jwt(base), encrypted);
		expect(pair.other).toEqual({ is: 'encrypted', alg: 'RSA-OAEP', enc: 'A256GCM' });
		expect(Object.keys(changes(pair)).every((name) => name.startsWith('header.'))).toBe(true);
	});

	it('is not compared where nothing of it can be read, and why is told', () => {
		const pair = compareTokens(jwt(base), 'opaque-0123456789');
		expect(pair.other).toEqual({ is: 'unreadable', actual: { say: 'parts', with: ['1'] } });
		expect(pair.comparison).toBeUndefined();
	});
});

describe('an SD-JWT', () => {
	const disclosure = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
	const given = disclosure(['salt-1', 'given_name', 'Ada']);
	const other = disclosure(['salt-2', 'given_name', 'Eve']);
	const email = disclosure(['salt-3', 'email', 'a@b.example']);
	const issued = jwt({ iss: 'i', _sd: ['h1', 'h2'] });

	it('is compared by what is disclosed of it', () => {
		expect(changes(compareTokens(`${issued}~${given}~${email}~`, `${issued}~${given}~`))).toEqual({
			'@disclosed': { kind: 'set', lost: ['email'], gained: [] },
			'~email': { kind: 'only', on: 'one' }
		});
		expect(changes(compareTokens(`${issued}~${given}~`, `${issued}~${other}~`))).toEqual({
			'~given_name': { kind: 'changed' }
		});
	});

	it('with a disclosure that cannot be read says so', () => {
		const made = changes(compareTokens(`${issued}~${given}~%%~`, `${issued}~${given}~`));
		expect(made).toEqual({ '@unread-disclosures': { kind: 'only', on: 'one' } });
	});
});
