/** Any page can send requests to a server on this machine. What it can make the server keep has an end. */
import { serialize } from 'node:v8';
import { describe, expect, test } from 'vitest';
import { kinds } from '$lib/authorization-server/kinds';
import { authorizeParameters, createServer, form, origin, type Server } from '../../rfc/server';

/** Of all that a realm keeps, however much it is sent. */
const most = 32_000_000;
const rounds = 1_100;

const attacker = 'https://attacker.example/cb';
const long = (length: number) => 'x'.repeat(length);

/** As large as it may be: what is unknown is sent along to the rules. */
const largest = {
	...authorizeParameters,
	state: long(2_500),
	nonce: long(2_500),
	claims: JSON.stringify({ id_token: { [long(1_000)]: null } }),
	more: long(800)
};

const bytesOf = async (server: Server): Promise<number> => {
	const sizes = await Promise.all(
		Object.keys(kinds)
			.filter((kind) => kind !== 'key')
			.map(async (kind) => serialize(await server.realm.store.list(kind)).byteLength)
	);
	return sizes.reduce((sum, size) => sum + size, 0);
};

const register = (server: Server, redirect_uris: string[]) =>
	server.post('/register', JSON.stringify({ redirect_uris }), { 'content-type': 'application/json' });

const floods: [what: string, status: number, send: (server: Server, round: number) => Promise<Response>][] = [
	[
		'registrations',
		201,
		(server, round) =>
			register(
				server,
				Array.from({ length: 7 }, (_, at) => `${attacker}/${round}/${at}/${long(1_000)}`)
			)
	],
	['pushed requests', 201, (server) => server.post('/par', form(largest))],
	['authorization requests', 200, (server) => server.post('/authorize', form(largest))],
	[
		'requests that are refused',
		400,
		(server) => server.authorize({ ...largest, client_id: long(2_000), claims: undefined })
	],
	[
		'token requests that are refused',
		400,
		(server) => server.exchange(long(4_000), { code_verifier: long(4_000) })
	],
	['bodies that are too large', 413, (server) => server.post('/par', long(70_000))],
	['parameters without end', 400, (server) => server.post('/token', Array(9_000).fill('a=1').join('&'))]
];

/** What somebody else does in the middle of it: sign in, register, push. */
async function expectGoodAsNew(server: Server): Promise<void> {
	expect((await server.tokens()).refresh_token).toBeTypeOf('string');
	const { client_id } = await (await register(server, [`${origin}/mine`])).json();
	expect((await server.authorize({ client_id, redirect_uri: `${origin}/mine` })).status).toBe(200);
	const { request_uri } = await (await server.post('/par', form(authorizeParameters))).json();
	const opened = await server.get(`/authorize?${form({ client_id: 'playground-spa', request_uri })}`);
	expect(opened.status).toBe(303);
	server.forget();
}

describe('one server, which all of it is sent to', () => {
	const server = createServer();

	test.each(floods)(
		`keeps less than ${most} bytes after ${rounds} %s, and is as good as new for others`,
		async (_what, status, send) => {
			const statuses = new Set<number>();
			for (let round = 0; round < rounds; round += 1) {
				server.clock.now += 10;
				statuses.add((await send(server, round)).status);
			}
			expect([...statuses]).toEqual([status]);
			expect(await bytesOf(server)).toBeLessThan(most);
			await expectGoodAsNew(server);
		},
		60_000
	);
});
