import { describe, expect, it } from 'vitest';
import { believedLog } from '$lib/browser/network/decision-log';

/** A public copy of the site: nothing that it is told is on this machine. */
const embedded = 'https://playground.example/docs/idp';

const isBelieved = ({ log, issuer }: { log: string; issuer: string }, home = embedded): boolean =>
	believedLog(log, issuer, home) !== undefined;

describe('a decision log that is believed', () => {
	it.each([
		['of the servers inside this site', `${embedded}/decisions`, embedded],
		['of the same, with a slash behind the issuer', `${embedded}/decisions`, `${embedded}/`],
		[
			'of the same, by the address of its metadata',
			`${embedded}/decisions`,
			`${embedded}/.well-known/openid-configuration`
		],
		['of a server on this machine', 'http://localhost:9400/idp/decisions', 'http://localhost:9400/idp'],
		['of the same by its number', 'http://127.0.0.1:9400/decisions', 'http://127.0.0.1:9400'],
		['of the same by its other number', 'http://[::1]:9400/decisions', 'http://[::1]:9400/idp'],
		['of a server with TLS on this machine', 'https://localhost:9400/decisions', 'https://localhost:9400']
	])('%s', (_name, log, issuer) => {
		expect(isBelieved({ log, issuer })).toBe(true);
	});
});

describe('a decision log that is not', () => {
	it.each([
		['a public server, its own log', 'https://idp.example/decisions', 'https://idp.example'],
		['a public server, the log of another', 'https://log.example/', 'https://idp.example'],
		['a public server, a log on this machine', 'http://localhost:9400/decisions', 'https://idp.example'],
		['a public server, our own log', `${embedded}/decisions`, 'https://idp.example'],
		['a server on this machine, a public log', 'https://log.example/', 'http://localhost:9400/idp'],
		[
			'a server on this machine, the log at another port',
			'http://localhost:9401/decisions',
			'http://localhost:9400'
		],
		['a server on this machine, its other name', 'http://127.0.0.1:9400/decisions', 'http://localhost:9400'],
		[
			'a server on this machine, the other scheme',
			'https://localhost:9400/decisions',
			'http://localhost:9400'
		],
		['a name that begins like this machine', 'http://127.evil.example/d', 'http://127.evil.example'],
		['a name that ends like it', 'https://localhost.evil.example/d', 'https://localhost.evil.example'],
		['a user name that looks like it', 'http://localhost:9400@evil.example/d', 'http://localhost:9400'],
		['a user name before it', 'http://me:secret@localhost:9400/d', 'http://localhost:9400'],
		['our own issuer, a log elsewhere', 'https://evil.example/docs/idp/decisions', embedded],
		['our own issuer, a log beside it', 'https://playground.example/docs/idp-evil/decisions', embedded],
		['our own issuer, a log outside of it', 'https://playground.example/logs', embedded],
		['our own issuer, a way out of it', `${embedded}/../../logs`, embedded],
		[
			'an issuer beside ours',
			'https://playground.example/docs/idp/decisions',
			'https://playground.example/other'
		],
		['our name at another port', 'https://playground.example:8443/docs/idp/decisions', embedded],
		['our name without TLS', 'http://playground.example/docs/idp/decisions', embedded],
		['our name with a dot more', 'https://playground.example./docs/idp/decisions', embedded],
		['a private network', 'http://192.168.1.5:9400/decisions', 'http://192.168.1.5:9400'],
		['a script', 'javascript:alert(1)', embedded],
		['data', 'data:application/json,[]', embedded],
		['no URL', 'nonsense', embedded],
		['nothing', '', embedded],
		['a path alone', '/idp/decisions', embedded],
		['no issuer', `${embedded}/decisions`, '']
	])('%s', (_name, log, issuer) => {
		expect(isBelieved({ log, issuer })).toBe(false);
	});
});
