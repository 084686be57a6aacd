/** The API of the example over HTTP: which tokens it takes, and in which words it refuses the others. */
import { createLocalJWKSet, errors, exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../../examples/timesheets/api.js';
import { listen } from '../../examples/timesheets/listen.js';

const issuer = 'https://login.example/idp';
const audience = 'https://api.timesheets.example';
const webOrigin = 'https://timesheets.example';
const now = new Date('2026-11-27T12:00:00Z');
const seconds = Math.floor(now.getTime() / 1_000);

const pair = await generateKeyPair('ES256');
const stranger = await generateKeyPair('ES256');
const secret = new TextEncoder().encode('a secret of 32 bytes for HS256!!');
const keys = createLocalJWKSet({
	keys: [{ ...(await exportJWK(pair.publicKey)), alg: 'ES256', kid: 'one' }]
});

const claims: JWTPayload = {
	iss: issuer,
	aud: audience,
	sub: 'user-erin',
	client_id: 'timesheets-web',
	iat: seconds - 10,
	exp: seconds + 290,
	jti: 'token-1',
	scope: 'openid read:timesheets create:timesheets'
};

const sign = (more: JWTPayload, { typ = 'at+jwt', key = pair.privateKey } = {}): Promise<string> =>
	new SignJWT({ ...claims, ...more }).setProtectedHeader({ alg: 'ES256', kid: 'one', typ }).sign(key);

let api: Awaited<ReturnType<typeof listen>>;
let outage: Awaited<ReturnType<typeof listen>>;

beforeAll(async () => {
	const trust = { issuer, audience, tokenType: 'at+jwt', now: () => now };
	const service = createApi({ trust: { ...trust, keys }, webOrigin });
	const noKeys = (): never => {
		throw new errors.JWKSTimeout();
	};
	const lost = createApi({ trust: { ...trust, keys: noKeys }, webOrigin });
	[api, outage] = await Promise.all([
		listen(0, (request) => service.fetch(request)),
		listen(0, (request) => lost.fetch(request))
	]);
});

afterAll(() => [api, outage].forEach(({ close }) => close()));

interface Answer {
	status: number;
	challenge: string | null;
	body: Record<string, unknown>;
}

async function call(authorization: string | undefined, body?: unknown, { url } = api): Promise<Answer> {
	const response = await fetch(`${url}/timesheets`, {
		headers: authorization === undefined ? {} : { authorization },
		...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) })
	});
	return {
		status: response.status,
		challenge: response.headers.get('www-authenticate'),
		body: await response.json()
	};
}

const timesheet = { day: '2026-11-27', hours: 7.5, task: 'Painted the hall' };

describe('with a good access token', () => {
	it('keeps the time sheets of each employee apart', async () => {
		const [erin, omar] = await Promise.all([sign({ sub: 'erin-1' }), sign({ sub: 'omar-1' })]);
		expect(await call(`Bearer ${erin}`, timesheet)).toMatchObject({ status: 201, body: timesheet });
		expect((await call(`bearer  ${erin}`)).body).toEqual({ timesheets: [timesheet] });
		expect((await call(`Bearer ${omar}`)).body).toEqual({ timesheets: [] });
	});

	it('takes one of several audiences', async () => {
		const token = await sign({ aud: ['https://other.example', audience] });
		expect((await call(`Bearer ${token}`)).status).toBe(200);
	});

	it.each([
		['no JSON', undefined, 'day'],
		['a day that does not exist', { ...timesheet, day: '2026-02-30' }, 'day'],
		['a day that is none', { ...timesheet, day: '27 November' }, 'day'],
		['hours as text', { ...timesheet, hours: '7' }, 'hours'],
		['more hours than a day has', { ...timesheet, hours: 25 }, 'hours'],
		['no time at all', { ...timesheet, hours: 0 }, 'hours'],
		['an empty task', { ...timesheet, task: '  ' }, 'task'],
		['a task with control characters', { ...timesheet, task: 'a\u001b[2J' }, 'task'],
		['a list', [], 'day'],
		['nothing', null, 'day']
	])('says what is wrong with %s, and keeps nothing', async (what, body, name) => {
		const token = await sign({ sub: `bad ${what}` });
		const refused = await call(`Bearer ${token}`, body ?? null);
		expect(refused).toMatchObject({ status: 400, challenge: null });
		expect(refused.body.message).toMatch(new RegExp(`^${name} is `));
		expect((await call(`Bearer ${token}`)).body).toEqual({ timesheets: [] });
	});

	it('takes no body that is too large', async () => {
		const token = await sign({});
		const task = 'a'.repeat(20_000);
		expect((await call(`Bearer ${token}`, { ...timesheet, task })).status).toBe(413);
	});
});

describe('RFC 6750 §3.1: a request', () => {
	it.each([
		['without a token', undefined],
		['with another scheme', 'Basic dGltZTpzaGVldHM=']
	])('%s is told how to authenticate, and no error', async (_, authorization) => {
		expect(await call(authorization)).toMatchObject({ status: 401, challenge: 'Bearer realm="timesheets"' });
	});

	it.each(['Bearer', 'Bearer a b', 'Bearer a, Bearer b', 'Bearer "a"'])(
		'with the header %s is invalid',
		async (authorization) => {
			const { status, challenge } = await call(authorization);
			expect(status).toBe(400);
			expect(challenge).toMatch(/^Bearer realm="timesheets", error="invalid_request", error_description="/);
		}
	);

	it('with its token in the address is one without a token', async () => {
		const response = await fetch(`${api.url}/timesheets?access_token=${await sign({})}`);
		expect(response.status).toBe(401);
	});

	it('for what the token does not allow is told which scope is missing', async () => {
		const token = await sign({ scope: 'openid read:timesheets' });
		expect((await call(`Bearer ${token}`)).status).toBe(200);
		const { status, challenge } = await call(`Bearer ${token}`, timesheet);
		expect(status).toBe(403);
		expect(challenge).toContain('error="insufficient_scope"');
		expect(challenge).toContain('scope="create:timesheets"');
	});

	it.each([
		['as a part of another word', 'xread:timesheets'],
		['as a list', ['read:timesheets']],
		['nowhere', undefined]
	])('with the scope %s is not allowed', async (_, scope) => {
		expect((await call(`Bearer ${await sign({ scope })}`)).status).toBe(403);
	});
});

describe('RFC 9068 §4: a token is refused', () => {
	const tampered = async (): Promise<string> => {
		const [header, , signature] = (await sign({})).split('.');
		const payload = Buffer.from(JSON.stringify({ ...claims, sub: 'user-omar' })).toString('base64url');
		return `${header}.${payload}.${signature}`;
	};
	const unsigned = async (): Promise<string> => {
		const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url');
		return `${header}.${(await sign({})).split('.')[1]}.`;
	};
	const withSecret = (): Promise<string> =>
		new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'one', typ: 'at+jwt' }).sign(secret);
	const withoutClaim = (name: string): Promise<string> =>
		new SignJWT(Object.fromEntries(Object.entries(claims).filter(([claim]) => claim !== name)))
			.setProtectedHeader({ alg: 'ES256', kid: 'one', typ: 'at+jwt' })
			.sign(pair.privateKey);

	it.each([
		['an ID token', () => sign({ aud: 'timesheets-web' }, { typ: 'JWT' }), /typ/],
		['an ID token with the audience of the API', () => sign({}, { typ: 'JWT' }), /typ/],
		['for another API', () => sign({ aud: 'https://other.example' }), /aud/],
		['of another issuer', () => sign({ iss: 'https://login.example/' }), /iss/],
		['expired', () => sign({ exp: seconds - 1 }), /exp/],
		['not yet valid', () => sign({ nbf: seconds + 60 }), /nbf/],
		['without an end', () => withoutClaim('exp'), /exp/],
		['of nobody', () => withoutClaim('sub'), /sub/],
		['tampered with', tampered, /signature/],
		['signed by a stranger', () => sign({}, { key: stranger.privateKey }), /signature/],
		['not signed', unsigned, /alg/i],
		['signed with a secret', withSecret, /alg/i],
		['opaque', () => Promise.resolve('not-a-jwt'), /JW[ST]|Compact/i]
	])('%s', async (_, make, why) => {
		const { status, challenge } = await call(`Bearer ${await make()}`);
		expect(status).toBe(401);
		const description =
			/^Bearer realm="timesheets", error="invalid_token", error_description="([^"]+)"$/.exec(
				challenge ?? ''
			)?.[1];
		expect(description).toMatch(why);
	});
});

it('does not call a token bad when the keys cannot be fetched', async () => {
	const answer = await call(`Bearer ${await sign({})}`, undefined, outage);
	expect(answer).toMatchObject({ status: 503, challenge: null });
});

describe('CORS', () => {
	const preflight = (origin: string): Promise<Response> =>
		fetch(`${api.url}/timesheets`, {
			method: 'OPTIONS',
			headers: {
				origin,
				'access-control-request-method': 'POST',
				'access-control-request-headers': 'authorization,content-type'
			}
		});

	it('lets the page send a token and read why it was refused', async () => {
		const allowed = await preflight(webOrigin);
		expect(allowed.status).toBe(204);
		expect(allowed.headers.get('access-control-allow-origin')).toBe(webOrigin);
		expect(allowed.headers.get('access-control-allow-headers')).toMatch(/authorization/i);
		const refused = await fetch(`${api.url}/timesheets`, { headers: { origin: webOrigin } });
		expect(refused.headers.get('access-control-allow-origin')).toBe(webOrigin);
		expect(refused.headers.get('access-control-expose-headers')).toMatch(/www-authenticate/i);
	});

	it('lets no other page', async () => {
		const other = await preflight('https://elsewhere.example');
		expect(other.headers.get('access-control-allow-origin')).toBeNull();
	});
});
