import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRegisteredRedirectUri } from '$lib/authorization-server/applications';
import { refusedByGate } from '$lib/flow/gate';
import { emptySession } from '$lib/flow/session';
import { parseLink } from '$lib/trace/link';
import { isLoopback, isSecureOrLoopback, withoutAnyPort, withoutChosenPort } from '$lib/message/loopback';
import { native } from '../../rfc/server';

/** `may be http`: whether it is this machine. `any port`: RFC 8252 §7.3. `why`: what the host is. */
const hosts: [host: string, mayBeHttp: boolean, anyPort: boolean, why: string][] = [
	['127.0.0.1', true, true, 'the literal of RFC 8252'],
	['[::1]', true, true, 'the other literal'],
	['127.1', true, false, 'an IPv4 address, written short: parsed to 127.0.0.1, registered otherwise'],
	['0x7f.1', true, false, 'the same in hexadecimal'],
	['0177.0.0.1', true, false, 'the same in octal'],
	['2130706433', true, false, 'the same as one number'],
	['127.0.0.1.', true, false, 'with the dot of the root: an IPv4 address all the same'],
	['１２７.0.0.1', true, false, 'in full-width digits: mapped before it is read'],
	['127.255.255.254', true, false, 'in 127.0.0.0/8, and none of the two literals'],
	['[0:0:0:0:0:0:0:1]', true, false, '[::1], written long'],
	['localhost', true, false, 'a name, RFC 6761 §6.3; only the literals choose a port'],
	['LOCALHOST', true, false, 'names have no case'],
	['localhost.', true, false, 'the absolute form of the name'],
	['foo.localhost', true, false, 'falls within it'],
	['a.b.localhost.', true, false, 'falls within it'],
	['127.evil.example', false, false, 'a name that begins like an address'],
	['127.0.0.1.evil.example', false, false, 'a name that begins with one'],
	['127.0.0.1.nip.io', false, false, 'a name that leads here today, and anywhere tomorrow'],
	['localhost.evil.example', false, false, 'a name that begins with localhost'],
	['evil-localhost', false, false, 'a name that ends with it, without a dot'],
	['.localhost', false, false, 'no name: an empty label'],
	['localhost..', false, false, 'no name: an empty label'],
	['0.0.0.0', false, false, 'no address of a server'],
	['[::]', false, false, 'no address of a server'],
	['0', false, false, '0.0.0.0'],
	['[::ffff:127.0.0.1]', false, false, 'an IPv4 address inside IPv6: no loopback to browsers'],
	['[::127.0.0.1]', false, false, 'the older form of it'],
	['128.0.0.1', false, false, 'the next network'],
	['10.0.0.1', false, false, 'private, and another machine'],
	['192.168.1.5', false, false, 'private, and another machine'],
	['169.254.169.254', false, false, 'link-local: a cloud’s metadata'],
	['user@127.evil.example', false, false, 'a user name before a foreign host'],
	['127.0.0.1@evil.example', false, false, 'a user name that looks like a host'],
	['localhost:pass@evil.example', false, false, 'a user name and a password before a foreign host']
];

/** Everybody who asks, each by what it is for. */
const askers: Record<string, (origin: string) => boolean> = {
	'the address itself': (origin) => isSecureOrLoopback(new URL(origin)),
	'a message, unasked': (origin) => refusedByGate(emptySession, `${origin}/token`) === undefined,
	'a link': (origin) =>
		parseLink(`?${new URLSearchParams({ issuer: origin })}`, { redirectUri: 'https://a.example/' }).ok,
	'the API of a link': (origin) =>
		parseLink(`?${new URLSearchParams({ issuer: 'https://id.example', api: origin })}`, {
			redirectUri: 'https://a.example/'
		}).ok
};

describe.each(hosts)('http://%s', (host, mayBeHttp, anyPort, why) => {
	it.each(Object.keys(askers))(`for %s: ${mayBeHttp ? 'this machine' : 'refused'} (${why})`, (asker) => {
		expect(askers[asker]!(`http://${host}`)).toBe(mayBeHttp);
		expect(askers[asker]!(`http://${host}:8080`)).toBe(mayBeHttp);
	});

	it(`${anyPort ? 'has' : 'has no'} port of its choice`, () => {
		const application = { ...native, redirectUris: [`http://${host}:1000/cb`] };
		expect(isRegisteredRedirectUri(application, `http://${host}:1000/cb`)).toBe(true);
		expect(isRegisteredRedirectUri(application, `http://${host}:2000/cb`)).toBe(anyPort);
	});
});

describe('what is no address of the web', () => {
	it.each([
		'ftp://127.0.0.1/',
		'com.example.app://127.0.0.1/',
		'file:///127.0.0.1',
		'foo://localhost',
		'ws://[::1]/'
	])('%s says nothing of its host', (url) => {
		expect(isLoopback(new URL(url))).toBe(false);
		expect(isSecureOrLoopback(new URL(url))).toBe(false);
	});

	it('https is right anywhere, and is this machine at this machine only', () => {
		expect(isSecureOrLoopback(new URL('https://127.evil.example'))).toBe(true);
		expect(isLoopback(new URL('https://127.evil.example'))).toBe(false);
		expect(isLoopback(new URL('https://localhost'))).toBe(true);
	});
});

describe('a user name before this machine', () => {
	it('changes nothing about where it leads, and those who take addresses refuse it', () => {
		expect(isLoopback(new URL('http://user:pass@127.0.0.1'))).toBe(true);
		for (const user of ['user@', 'user:pass@', ':pass@'])
			expect(askers['a link']!(`http://${user}127.0.0.1`), user).toBe(false);
	});
});

describe('the port that a native application chooses', () => {
	it.each([
		['http://127.0.0.1:*/cb', 'http://127.0.0.1/cb'],
		['http://[::1]:*', 'http://[::1]'],
		['http://127.0.0.1:5000/cb', 'http://127.0.0.1:5000/cb'],
		['http://localhost:*/cb', 'http://localhost:*/cb'],
		['http://127.0.0.1:*.evil.example/', 'http://127.0.0.1:*.evil.example/'],
		['https://127.0.0.1:*/cb', 'https://127.0.0.1:*/cb']
	])('%s without a star is %s', (uri, plain) => {
		expect(withoutAnyPort(uri)).toBe(plain);
	});

	it.each([
		['http://127.0.0.1:5000/cb', 'http://127.0.0.1/cb'],
		['http://127.0.0.1:*/cb', 'http://127.0.0.1/cb'],
		['http://[::1]:5000?a=1', 'http://[::1]?a=1'],
		['http://localhost:5000/cb', undefined],
		['https://127.0.0.1:5000/cb', undefined],
		['http://127.0.0.1:5000@evil.example/', undefined],
		['http://127.0.0.1.evil.example:5000/', undefined],
		['no address', undefined]
	])('%s without it is %s', (uri, plain) => {
		expect(withoutChosenPort(uri)).toBe(plain);
	});
});

it('takes a name for this machine only when it ends in localhost', () => {
	fc.assert(
		fc.property(fc.domain(), fc.constantFrom('', '127.', '127.0.0.1.', 'localhost.'), (domain, before) => {
			fc.pre(!/localhost\.?$/.test(domain));
			expect(isLoopback(new URL(`http://${before}${domain}`))).toBe(false);
		})
	);
});
