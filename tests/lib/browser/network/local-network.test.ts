import { describe, expect, it } from 'vitest';
import { networkPermission, spaceToEnter, towardsItsSpace } from '$lib/browser/network/local-network';

describe('the permission for a private network', () => {
	/** A browser that knows these names of permissions. */
	const knowing = (known: Record<string, PermissionState>) => {
		const asked: string[] = [];
		const query = ({ name }: PermissionDescriptor) => {
			asked.push(name);
			const state = known[name];
			return state
				? Promise.resolve({ state } as PermissionStatus)
				: Promise.reject(new TypeError(`${name} is no permission`));
		};
		return { asked, query };
	};

	it('is asked for by the name of its space, then by the one that came first', async () => {
		const browser = knowing({ 'local-network': 'denied', 'local-network-access': 'granted' });
		expect(await networkPermission('local', browser)).toBe('denied');
		expect(await networkPermission('loopback', browser)).toBe('granted');
		expect(browser.asked).toEqual(['local-network', 'loopback-network', 'local-network-access']);
	});

	it('is withheld where the page around, or the host, keeps it back: that is no no of the person', async () => {
		const withheld = (...names: string[]) => ({ allowsFeature: (name: string) => !names.includes(name) });
		const denied = knowing({ 'loopback-network': 'denied' });
		expect(await networkPermission('loopback', denied, withheld('loopback-network'))).toBe('withheld');
		expect(await networkPermission('loopback', denied, withheld('local-network'))).toBe('denied');
		expect(await networkPermission('loopback', denied)).toBe('denied');
	});

	it('is not known where there is none', async () => {
		expect(await networkPermission('local', knowing({}))).toBe('unknown');
	});
});

describe('a page', () => {
	it.each([
		['https://tools.example', 'http://192.168.1.5', 'local'],
		['https://tools.example', 'https://keycloak.local', 'local'],
		['https://tools.example', 'http://localhost:9400', 'loopback'],
		['https://10.0.0.2', 'http://127.0.0.1', 'loopback'],
		['https://10.0.0.2', 'http://192.168.1.5', undefined],
		['http://localhost:4173', 'http://192.168.1.5', undefined],
		['http://127.0.0.1:4173', 'http://[::1]:9000', undefined],
		['https://tools.example', 'https://login.example', undefined]
	])('of %s is let into %s as %s', (origin, address, space) => {
		expect(spaceToEnter(new URL(address), origin)).toBe(space);
	});

	it('names the space to the browser where it would be mixed content, and changes nothing else', async () => {
		class Noted extends Request {
			readonly space: unknown;
			constructor(input: RequestInfo | URL, init?: RequestInit & { targetAddressSpace?: string }) {
				super(input, init);
				this.space = init?.targetAddressSpace;
			}
		}
		const platformRequest = globalThis.Request;
		globalThis.Request = Noted;
		try {
			const spaceOf = (address: string, origin: string): unknown => {
				const sent = towardsItsSpace(new Noted(address), origin);
				return sent instanceof Noted ? sent.space : undefined;
			};
			expect(spaceOf('http://keycloak.local:8080/', 'https://tools.example')).toBe('local');
			expect(spaceOf('http://sso.dev.example/', 'https://tools.example')).toBe('local');
			expect(spaceOf('http://8.8.8.8/', 'https://tools.example')).toBeUndefined();
			expect(spaceOf('http://localhost:1/', 'https://tools.example')).toBeUndefined();
			expect(spaceOf('https://keycloak.local/', 'https://tools.example')).toBeUndefined();
			expect(spaceOf('http://keycloak.local:8080/', 'http://localhost:4173')).toBeUndefined();
		} finally {
			globalThis.Request = platformRequest;
		}
		const post = new Request('http://10.0.0.1/token', {
			method: 'POST',
			body: 'a=1',
			headers: { dpop: 'p' }
		});
		const sent = towardsItsSpace(post, 'https://tools.example');
		expect([sent.method, sent.headers.get('dpop'), await sent.text()]).toEqual(['POST', 'p', 'a=1']);
	});
});
