import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIdp, type Idp } from '../../../src/node/idp';
import { listenOnLoopback, type Answer } from '../../../src/node/loopback';
import { serveSite, type Site } from '../../../src/node/serve';
import { sendRaw } from './raw-request';

const ours = Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address));
const families = ['127.0.0.1', '::1'].filter((address) => ours.includes(address));

const ok: Answer = (message, target) => {
	target.end(`${message.method} ${message.url}`);
};

const folder = mkdtempSync(join(tmpdir(), 'site-'));
let idp: Idp;
let site: Site;
const portOf = (url: string): number => Number(new URL(url).port);

beforeAll(async () => {
	writeFileSync(join(folder, 'index.html'), 'first');
	writeFileSync(join(folder, '404.html'), 'not here');
	[idp, site] = await Promise.all([startIdp({ port: 0 }), serveSite({ folder })]);
});

afterAll(async () => {
	await Promise.all([idp.close(), site.close()]);
	rmSync(folder, { recursive: true });
});

const hosts: [host: string, status: number][] = [
	['localhost:PORT', 200],
	['127.0.0.1:PORT', 200],
	['[::1]:PORT', 200],
	['LOCALHOST:PORT', 200],
	['LocalHost:PORT', 200],
	['evil.example:PORT', 421],
	['evil.example', 421],
	['localhost', 421],
	['localhost:', 421],
	['localhost:1', 421],
	['localhost:PORT0', 421],
	['localhost.:PORT', 421],
	['127.0.0.1', 421],
	['127.0.0.2:PORT', 421],
	['127.1:PORT', 421],
	['0.0.0.0:PORT', 421],
	['[::]:PORT', 421],
	['[::ffff:127.0.0.1]:PORT', 421],
	['::1:PORT', 421],
	['localhost.evil.example:PORT', 421],
	['127.0.0.1.evil.example:PORT', 421],
	['evil.example@localhost:PORT', 421],
	['localhost:PORT@evil.example', 421],
	['localhost:PORT, evil.example', 421],
	['', 421]
];

describe.each([
	['the servers in a terminal', () => idp.issuer, '/idp/jwks'],
	['the static host', () => site.url, '/']
])('%s answer to the names of this machine and to no other', (_, url, path) => {
	const send = (text: string) => {
		const port = portOf(url());
		return sendRaw({ port }, text.replaceAll('PORT', String(port)));
	};
	const get = (target: string, host: string) => `GET ${target} HTTP/1.1\r\nHost: ${host}\r\n\r\n`;

	it.each(hosts)('Host: %s: %i', async (host, status) => {
		expect((await send(get(path, host))).status).toBe(status);
	});

	it.each(hosts.filter(([host]) => /^\S+$/.test(host)))(
		'RFC 9112 §3.2.2: GET http://%s/…: %i, whatever the Host header says',
		async (host, status) => {
			expect((await send(get(`http://${host}${path}`, 'evil.example'))).status).toBe(status);
			expect((await send(get(`HTTP://${host}${path}`, 'localhost:PORT'))).status).toBe(status);
		}
	);

	it.each([
		['HTTP/1.0 without a Host', `GET ${path} HTTP/1.0\r\n\r\n`, 421],
		['HTTP/1.0 with ours', `GET ${path} HTTP/1.0\r\nHost: localhost:PORT\r\n\r\n`, 200],
		['HTTP/1.0 with another', `GET ${path} HTTP/1.0\r\nHost: evil.example\r\n\r\n`, 421],
		['HTTP/1.1 without a Host', `GET ${path} HTTP/1.1\r\n\r\n`, 400],
		[
			'two, the first ours',
			`GET ${path} HTTP/1.1\r\nHost: localhost:PORT\r\nHost: evil.example\r\n\r\n`,
			421
		],
		['two, the last ours', `GET ${path} HTTP/1.1\r\nHost: evil.example\r\nHost: localhost:PORT\r\n\r\n`, 421],
		['https in the target', get(`https://localhost:PORT${path}`, 'localhost:PORT'), 421],
		[
			'a forwarded host, which nobody forwarded',
			`GET ${path} HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: localhost:PORT\r\n\r\n`,
			421
		]
	])('%s', async (_name, text, status) => {
		expect((await send(text)).status).toBe(status);
	});

	it('say by which names they answer', async () => {
		const { text } = await send(get(path, 'evil.example'));
		expect(text).toContain(`localhost:${portOf(url())}`);
		expect(text).not.toContain('access-control');
	});
});

describe('the loopback interface', () => {
	it('is listened on in both families, at the same port', async () => {
		const { port, close } = await listenOnLoopback(ok, { port: 0 });
		for (const address of families) {
			const { text } = await sendRaw(
				{ port, address },
				`GET /a?b HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`
			);
			expect(text, address).toContain('GET /a?b');
		}
		expect(families.length).toBeGreaterThan(0);
		await close();
		await expect(sendRaw({ port }, 'GET / HTTP/1.1\r\n\r\n')).rejects.toThrow('ECONNREFUSED');
	});

	it('that has one family only is used as it is, without a word', async () => {
		for (const addresses of [
			['127.0.0.1', '2001:db8::1'],
			['2001:db8::1', '127.0.0.1']
		]) {
			const { port, close } = await listenOnLoopback(ok, { port: 0, addresses });
			expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
			await close();
		}
	});

	it('that has none is an error in words', async () => {
		const nowhere = listenOnLoopback(ok, { port: 0, addresses: ['2001:db8::1'] });
		await expect(nowhere).rejects.toThrow('no loopback address');
	});

	it('with a port that is taken in the last family gives back what it took in the others', async () => {
		const last = families.at(-1)!;
		const other = createServer();
		await new Promise<void>((listening) => other.listen(0, last, listening));
		const address = other.address();
		const port = typeof address === 'object' && address ? address.port : 0;
		await expect(listenOnLoopback(ok, { port })).rejects.toThrow('EADDRINUSE');
		await new Promise((closed) => other.close(closed));
		const { close } = await listenOnLoopback(ok, { port });
		await close();
	});
});

describe('who sends slowly or too much', () => {
	const post = 'POST /idp/token HTTP/1.1\r\nHost: localhost:PORT\r\n';
	const send = (port: number, text: string) => sendRaw({ port }, text.replaceAll('PORT', String(port)));

	it.each([
		['a head that does not end', post],
		['a body that is shorter than it says', `${post}Content-Length: 100\r\n\r\nhalf`],
		['a body that does not end', `${post}Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n`]
	])('%s is cut off with 408', async (_, text) => {
		const impatient = await startIdp({ port: 0, patience: 40 });
		expect((await send(portOf(impatient.issuer), text)).status).toBe(408);
		await impatient.close();
	});

	it('a large body without a length is refused, and who sent it can read why', async () => {
		const port = portOf(idp.issuer);
		const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
		const { status, text } = await send(
			port,
			`${post}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(4)}0\r\n\r\n`
		);
		expect(status).toBe(413);
		expect(text).toContain('too large');
	});

	it('a large body with a length as well', async () => {
		const port = portOf(idp.issuer);
		const { status } = await send(port, `${post}Content-Length: 300000\r\n\r\n${'x'.repeat(300_000)}`);
		expect(status).toBe(413);
	});
});
