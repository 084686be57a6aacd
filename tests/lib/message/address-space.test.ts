import { expect, test } from 'vitest';
import { addressSpaceOf } from '$lib/message/address-space';

const spaceOf = (address: string) => addressSpaceOf(new URL(address));

test.each([
	['http://localhost:8080', 'loopback'],
	['http://idp.localhost', 'loopback'],
	['http://127.0.0.1:9000', 'loopback'],
	['http://127.1', 'loopback'],
	['http://[::1]:9000', 'loopback'],
	['http://10.0.0.1', 'local'],
	['http://172.16.0.1', 'local'],
	['http://172.31.255.255', 'local'],
	['http://192.168.1.5:8080', 'local'],
	['http://169.254.1.1', 'local'],
	['http://100.64.0.1', 'local'],
	['http://100.127.255.254', 'local'],
	['http://0xc0a80105', 'local'],
	['http://[fd12:3456::1]', 'local'],
	['http://[fe80::1]', 'local'],
	['http://[::ffff:192.168.1.5]', 'local'],
	['http://keycloak:8080', 'local'],
	['http://keycloak.local:8080', 'local'],
	['http://KEYCLOAK.LOCAL.', 'local'],
	['http://sso.home.arpa', 'local'],
	['http://sso.corp', 'local'],
	['http://idp.test', 'local'],
	['http://172.15.0.1', 'public'],
	['http://172.32.0.1', 'public'],
	['http://100.63.255.255', 'public'],
	['http://100.128.0.1', 'public'],
	['http://192.169.0.1', 'public'],
	['http://8.8.8.8', 'public'],
	['http://[2001:db8::1]', 'public'],
	['http://[::ffff:8.8.8.8]', 'public'],
	['http://10.0.0.1.evil.example', 'unknown'],
	['http://192.168.1.5.nip.io', 'unknown'],
	['http://local.example', 'unknown'],
	['https://login.example.com', 'unknown'],
	['com.example.app://localhost/callback', 'unknown'],
	['urn:example', 'unknown']
])('%s: %s', (address, space) => {
	expect(spaceOf(address)).toBe(space);
});
