import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorld } from '$lib/browser/network/world';
import type { NetworkPermission } from '$lib/browser/network/local-network';
import type { Platform } from '$lib/browser/network/platform';
import { needsPreflight } from '$lib/browser/network/probes';
import type { NetworkReason, ProbeKind } from '$lib/lexicon/failure';
import type { Exchange, HttpRequest } from '$lib/wire/http';

const form = 'application/x-www-form-urlencoded';

const tokenRequest: HttpRequest = {
	method: 'POST',
	url: 'https://provider.example/token?x=secret',
	headers: [['content-type', form]],
	body: 'grant_type=authorization_code&code=secret'
};
const withProof: HttpRequest = {
	...tokenRequest,
	headers: [
		['content-type', form],
		['dpop', 'secret']
	]
};
const withSecret: HttpRequest = {
	...tokenRequest,
	headers: [
		['content-type', form],
		['authorization', 'Basic secret']
	]
};
const metadataRequest: HttpRequest = {
	method: 'GET',
	url: 'https://provider.example/.well-known/openid-configuration',
	headers: [['accept', 'application/json']]
};
const apiRequest: HttpRequest = {
	method: 'GET',
	url: 'https://provider.example/reports?of=secret',
	headers: [['authorization', 'Bearer secret']]
};

const refused = new TypeError('Failed to fetch');
const never = new AbortController().signal;

/** What each probe comes to; one that is not named comes to nothing. The failed request itself is always refused. */
interface Network {
	plain?: Response | 'hang';
	unread?: Response | 'hang';
	origin?: Response;
	preflight?: { sent: boolean; status?: number };
}

const hang = (signal: AbortSignal): Promise<never> =>
	new Promise((_resolve, reject) => {
		const end = () => reject(signal.reason);
		if (signal.aborted) end();
		else signal.addEventListener('abort', end);
	});

function platformOf(network: Network, more: Partial<Platform> = {}) {
	const sent: HttpRequest[] = [];
	let first = true;
	const platform: Platform = {
		fetch: async (request) => {
			sent.push({
				method: request.method,
				url: request.url,
				headers: [...request.headers],
				body: await request.text()
			});
			const isFirst = first;
			first = false;
			const answer = isFirst
				? undefined
				: request.mode !== 'no-cors'
					? network.plain
					: new URL(request.url).pathname === '/'
						? network.origin
						: network.unread;
			if (answer === 'hang') return hang(request.signal);
			if (!answer) throw refused;
			return answer;
		},
		sendWatched: async (request) => {
			sent.push(request);
			return network.preflight ?? { sent: false };
		},
		online: () => true,
		origin: 'https://playground.example',
		embedded: 'https://playground.example/idp',
		networkPermission: () => Promise.resolve('unknown'),
		watchViolations: () => ({ blocked: [], stop: () => undefined }),
		...more
	};
	return { platform, sent };
}

const tried = ({ probes = [] }: Exchange): [ProbeKind, string][] =>
	probes.map(({ kind, came }): [ProbeKind, string] => [kind, came]);

const ok = (): Response => new Response('', { status: 400 });

/** A redirect as a page sees it: no `Response` that a test can make is of that type. */
const opaqueRedirect = Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' });

const cases: [NetworkReason, string, HttpRequest, Network, Record<string, string>][] = [
	[
		'no-answer',
		'nobody is there',
		tokenRequest,
		{},
		{ plain: 'nothing', unread: 'nothing', origin: 'nothing' }
	],
	[
		'filtered',
		'the root answers, the address does not',
		tokenRequest,
		{ origin: ok() },
		{ plain: 'nothing', unread: 'nothing', origin: 'answered' }
	],
	[
		'cors',
		'an answer, which nobody may read',
		metadataRequest,
		{ unread: ok() },
		{ plain: 'nothing', unread: 'answered' }
	],
	[
		'cors',
		'a token endpoint without CORS',
		tokenRequest,
		{ unread: ok(), preflight: { sent: false } },
		{ plain: 'nothing', unread: 'answered', preflight: 'nothing' }
	],
	[
		'cors',
		'an API that neither answers plain requests readably nor says more',
		apiRequest,
		{ unread: ok() },
		{ plain: 'nothing', unread: 'answered' }
	],
	[
		'preflight-refused',
		'a proof, where plain answers are readable',
		withProof,
		{ plain: ok(), unread: ok(), preflight: { sent: false } },
		{ plain: 'readable', unread: 'answered', preflight: 'nothing' }
	],
	[
		'preflight-refused',
		'a bearer token, where plain answers are readable',
		apiRequest,
		{ plain: ok(), unread: ok() },
		{ plain: 'readable', unread: 'answered' }
	],
	[
		'preflight-refused',
		'client authentication, all but which is let through',
		withSecret,
		{ plain: ok(), unread: ok(), preflight: { sent: true, status: 400 } },
		{ plain: 'readable', unread: 'answered', preflight: 'readable' }
	],
	[
		'cors-on-errors',
		'asked before: yes; the answer: unreadable',
		tokenRequest,
		{ unread: ok(), preflight: { sent: true } },
		{ plain: 'nothing', unread: 'answered', preflight: 'sent' }
	],
	[
		'cors-on-errors',
		'a GET of the endpoint can be read, the POST cannot',
		tokenRequest,
		{ plain: ok(), unread: ok(), preflight: { sent: false } },
		{ plain: 'readable', unread: 'answered', preflight: 'nothing' }
	],
	[
		'cors-for-client',
		'an empty request can be read, this one cannot',
		tokenRequest,
		{ plain: ok(), unread: ok(), preflight: { sent: true, status: 400 } },
		{ plain: 'readable', unread: 'answered', preflight: 'readable' }
	],
	[
		'interrupted',
		'the same GET works a moment later',
		metadataRequest,
		{ plain: ok(), unread: ok() },
		{ plain: 'readable', unread: 'answered' }
	],
	[
		'redirected',
		'the bare GET is redirected',
		apiRequest,
		{ plain: opaqueRedirect, unread: ok() },
		{ plain: 'redirected', unread: 'answered' }
	]
];

describe('probes tell apart', () => {
	it.each(cases)('%s: %s', async (reason, _title, request, network, came) => {
		const { platform } = platformOf(network);
		const exchange = await createWorld(platform).send(request, never);
		expect(exchange.failure?.reason).toBe(reason);
		expect(Object.fromEntries(tried(exchange))).toEqual(came);
	});

	it('an endpoint that was read before answers without CORS only now', async () => {
		const network: Network = {};
		const { platform } = platformOf(network);
		const world = createWorld(platform);
		// The first request of this platform is refused: spend it.
		await world.send(metadataRequest, never);
		network.plain = new Response('{}');
		expect((await world.send(tokenRequest, never)).response?.status).toBe(200);
		delete network.plain;
		network.unread = ok();
		expect((await world.send(tokenRequest, never)).failure?.reason).toBe('cors-on-errors');
	});

	it('a private address asked from a public page', async () => {
		for (const host of ['localhost', '127.0.0.1', '192.168.1.5', '10.0.0.1', '172.20.0.1', 'idp.internal']) {
			const request = { ...metadataRequest, url: `https://${host}/x` };
			expect((await createWorld(platformOf({}).platform).send(request, never)).failure?.reason).toBe(
				'local-network'
			);
		}
	});
});

describe('the border of a network', () => {
	const reasonAt = async (url: string, more: Partial<Platform>, network: Network = {}) => {
		const { platform } = platformOf(network, more);
		return (await createWorld(platform).send({ ...metadataRequest, url }, never)).failure?.reason;
	};
	const permission = (state: NetworkPermission) => ({ networkPermission: () => Promise.resolve(state) });
	const inside = ['http://192.168.1.5:8080/x', 'http://keycloak.local:8080/x', 'http://sso.dev.example/x'];

	it.each(inside)('is crossed over http where the browser asks: %s', async (url) => {
		expect(await reasonAt(url, permission('unknown'))).toBe('mixed-content');
		expect(await reasonAt(url, permission('denied'))).toBe('local-network-denied');
		expect(await reasonAt(url, permission('prompt'))).toBe('local-network-unanswered');
		expect(await reasonAt(url, permission('withheld'))).toBe('local-network-withheld');
		expect(await reasonAt(url, permission('granted'), { unread: ok() })).toBe('cors');
	});

	it.each(['http://127.0.0.1:9000/x', 'http://[::1]:9000/x', 'https://10.0.0.1/x', 'https://idp.internal/x'])(
		'is asked for before the probes: %s',
		async (url) => {
			expect(await reasonAt(url, permission('denied'))).toBe('local-network-denied');
			expect(await reasonAt(url, permission('prompt'))).toBe('local-network-unanswered');
			expect(await reasonAt(url, permission('withheld'))).toBe('local-network-withheld');
			expect(await reasonAt(url, permission('granted'))).toBe('local-network-empty');
			expect(await reasonAt(url, permission('unknown'))).toBe('local-network');
		}
	);

	it('is none to what is public, and none for a page of this machine', async () => {
		expect(await reasonAt('http://8.8.8.8/x', permission('denied'))).toBe('mixed-content');
		expect(await reasonAt('https://provider.example/x', permission('denied'))).toBe('no-answer');
		const local = { origin: 'http://localhost:4173', ...permission('denied') };
		for (const url of [...inside, 'http://127.0.0.1:9000/x'])
			expect(await reasonAt(url, local)).toBe('no-answer');
	});
});

describe('no probe is needed', () => {
	const without = async (more: Partial<Platform>, request = metadataRequest) => {
		const { platform, sent } = platformOf({ unread: ok() }, more);
		const exchange = await createWorld(platform).send(request, never);
		expect(exchange.probes).toBeUndefined();
		expect(sent).toHaveLength(1);
		return exchange.failure?.reason;
	};

	it('offline', async () => expect(await without({ online: () => false })).toBe('offline'));

	it('http from a page over https', async () => {
		const request = { ...metadataRequest, url: 'http://provider.example/x' };
		expect(await without({}, request)).toBe('mixed-content');
	});

	it('blocked by the policy', async () => {
		const watchViolations = () => ({ blocked: ['https://provider.example'], stop: () => undefined });
		expect(await without({ watchViolations })).toBe('blocked-by-policy');
	});

	it('the page’s own origin', async () =>
		expect(await without({ origin: 'https://provider.example' })).toBe('no-answer'));
});

describe('a probe', () => {
	it.each([tokenRequest, withProof, withSecret, metadataRequest, apiRequest])(
		'carries nothing of the request: %#',
		async (request) => {
			for (const network of [{}, { unread: ok() }]) {
				const { platform, sent } = platformOf(network);
				const { probes } = await createWorld(platform).send(request, never);
				expect(sent.length).toBeGreaterThan(2);
				expect(JSON.stringify([sent.slice(1), probes])).not.toContain('secret');
				expect(JSON.stringify([sent.slice(1), probes])).not.toContain('authorization');
			}
		}
	);

	it('spends nothing: no code, token or proof of any request is in it, wherever it stood', async () => {
		const secret = fc.constantFrom('query', 'fragment', 'body', 'header');
		const name = fc.constantFrom('code', 'refresh_token', 'token', 'client_assertion', 'dpop', 'x-api-key');
		const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE');
		await fc.assert(
			fc.asyncProperty(method, fc.array(fc.tuple(secret, name), { minLength: 1 }), async (by, places) => {
				const at = (place: string) => places.filter(([one]) => one === place).map(([, of]) => of);
				const pairs = (place: string) =>
					at(place)
						.map((of) => `${of}=secret`)
						.join('&');
				const request: HttpRequest = {
					method: by,
					url: `https://provider.example/token?${pairs('query')}#${pairs('fragment')}`,
					headers: [['content-type', form], ...at('header').map((of): [string, string] => [of, 'secret'])],
					...(by === 'GET' ? {} : { body: pairs('body') })
				};
				const { platform, sent } = platformOf({ unread: ok(), plain: ok() });
				await createWorld(platform).send(request, never);
				const probes = sent.slice(1);
				expect(JSON.stringify(probes)).not.toContain('secret');
				for (const { body = '' } of probes) expect(['', 'probe']).toContain(body);
			})
		);
	});

	it('posts only where forms are taken', async () => {
		const post: HttpRequest = { ...apiRequest, method: 'POST', body: '{}' };
		const { platform, sent } = platformOf({ unread: ok() });
		await createWorld(platform).send(post, never);
		expect(sent.slice(1).map(({ method }) => method)).toEqual(['GET', 'GET']);
	});

	it('that hangs ends with the person’s patience', async () => {
		const person = new AbortController();
		const { platform } = platformOf({ plain: 'hang', unread: 'hang' });
		const sending = createWorld(platform).send(tokenRequest, person.signal);
		setTimeout(() => person.abort(), 0);
		expect((await sending).failure?.reason).toBe('cancelled');
	});
});

describe('whether the browser asks first', () => {
	it.each([
		[false, metadataRequest],
		[false, tokenRequest],
		[true, withProof],
		[true, withSecret],
		[true, apiRequest],
		[true, { ...metadataRequest, method: 'DELETE' }],
		[true, { ...tokenRequest, headers: [['content-type', 'application/json']] } as HttpRequest]
	])('%s', (asks, request) => expect(needsPreflight(request)).toBe(asks));
});
