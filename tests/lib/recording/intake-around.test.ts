import { describe, expect, it } from 'vitest';
import type { BroughtKind } from '$lib/lexicon/brought';
import { recognise } from '$lib/recording/intake';

const kindsOf = (texts: readonly string[]): [string, BroughtKind][] =>
	texts.map((text) => [text.slice(0, 80), recognise(text).kind]);
const expected = (texts: readonly string[], kind: BroughtKind): [string, BroughtKind][] =>
	texts.map((text) => [text.slice(0, 80), kind]);

const issuer = 'https://sso.acme.io/realms/prod';
const metadata = JSON.stringify({ issuer, token_endpoint: `${issuer}/token` });
const keySet = '{"keys":[{"kty":"RSA","n":"abc","e":"AQAB","kid":"1"}]}';

describe('what stands around an address', () => {
	it.each([
		`<${issuer}>`,
		`"${issuer}"`,
		`'${issuer}',`,
		`\`${issuer}\``,
		`“${issuer}”`,
		`„${issuer}“`,
		`«${issuer}»`,
		`${issuer},`,
		`${issuer}.`,
		`(${issuer})`,
		`(${issuer}).`,
		`[our idp](${issuer})`,
		`[${issuer}](${issuer})`,
		`[1]: ${issuer}`,
		`${issuer}\u00a0`,
		`\u200f${issuer}\u200e`,
		`${issuer}\u200b`,
		`\ufeff${issuer}`,
		`\u2066${issuer}\u2069`,
		`\`\`\`\n${issuer}\n\`\`\``,
		`> ${issuer}`,
		`- ${issuer}`
	])('is left out: %s', (text) => {
		expect(recognise(text)).toMatchObject({ kind: 'issuer', address: issuer });
	});

	it('is left out of callbacks and requests too', () => {
		const error = 'https://app.acme.io/cb?error=invalid_scope&state=1';
		for (const text of [`<${error}>`, `[${error}](${error})`, `Location: ${error}`, `"${error}",`])
			expect(recognise(text)).toMatchObject({ kind: 'callback-error', request: { url: error } });
		const code = 'https://app.acme.io/cb?code=abc&state=1';
		for (const text of [`“${code}”`, `URL: ${code}`, `GET /cb?code=abc&state=1 HTTP/1.1`])
			expect(recognise(text).kind).toBe('callback-code');
	});

	it('is left out where it breaks the line or is encoded', () => {
		const texts = [
			'https://id.acme.io/authorize?\n  response_type=code&\n  client_id=portal&\n  redirect_uri=https%3A%2F%2Fportal.acme.io%2Fcb&\n  state=abc',
			'https%3A%2F%2Fid.acme.io%2Fauthorize%3Fresponse_type%3Dcode%26client_id%3Dportal%26redirect_uri%3Dhttps%253A%252F%252Fportal.acme.io'
		];
		expect(kindsOf(texts)).toEqual(expected(texts, 'authorization'));
		expect(recognise(texts[0]!).request?.url).toContain('client_id=portal&redirect_uri=https%3A');
		const form = 'grant_type=authorization_code&\nclient_id=portal&\ncode=abc&\ncode_verifier=dBjftJ';
		expect(recognise(form).kind).toBe('token-form');
	});
});

describe('a name before an address', () => {
	it.each([
		`Issuer: ${issuer}`,
		`KEYCLOAK_ISSUER=${issuer}`,
		`export OIDC_ISSUER_URL="${issuer}"`,
		`spring.security.oauth2.client.provider.keycloak.issuer-uri=${issuer}`,
		`  issuer-uri: ${issuer}`,
		`"Authority": "${issuer}",`,
		`$env:OIDC_AUTHORITY = '${issuer}'`
	])('is left out: %s', (text) => {
		expect(recognise(text)).toMatchObject({ kind: 'issuer', address: issuer });
	});

	it('says what an address is that does not say it itself', () => {
		expect(recognise('issuer: https://demo.duendesoftware.com').kind).toBe('issuer');
		expect(recognise('API_URL=https://orders.acme.io/').kind).toBe('resource');
		expect(recognise('AUTH0_DOMAIN=acme.eu.auth0.com')).toMatchObject({
			kind: 'domain',
			address: 'https://acme.eu.auth0.com'
		});
		expect(recognise('AUTH0_DOMAIN: "acme.eu.auth0.com"').kind).toBe('domain');
	});

	it('that says something else makes it neither', () => {
		for (const text of [
			'redirect_uri=https://app.acme.io/done',
			'Referer: https://app.acme.io/',
			'version: 1.2.beta',
			'see: below.this'
		])
			expect(['error', 'unknown']).toContain(recognise(text).kind);
		expect(recognise('Error: https://sso.acme.io/realms/prod failed').kind).toBe('error');
		expect(recognise('Login failed: https://sso.acme.io/realms/prod').kind).toBe('error');
	});
});

describe('a host without its scheme', () => {
	it.each([
		['sso.intranet.local:8443/realms/Prod', 'https://sso.intranet.local:8443/realms/Prod'],
		['192.168.1.20:8080/realms/home', 'http://192.168.1.20:8080/realms/home'],
		['10.0.0.5:8443', 'https://10.0.0.5:8443'],
		['[::1]:8080/realms/x', 'http://[::1]:8080/realms/x'],
		['[2001:db8::1]:9443/realms/x', 'https://[2001:db8::1]:9443/realms/x'],
		['keycloak:8080/realms/dev', 'http://keycloak:8080/realms/dev'],
		['logowanie.żółw.pl', 'https://logowanie.żółw.pl'],
		['логин.пример.рф', 'https://логин.пример.рф']
	])('may have a port, numbers, or letters of any language: %s', (text, address) => {
		const found = recognise(text);
		expect(found.kind).toBe('domain');
		expect(new URL(found.address!).href.replace(/\/$/, '')).toBe(new URL(address).href.replace(/\/$/, ''));
	});

	it('is no number of a version, no line of a file, no status', () => {
		for (const text of ['1.2.3.4', '10.0.19045.1', 'status:401', 'main:12', 'line:8080', '12:30:45'])
			expect(recognise(text).kind).toBe('unknown');
	});
});

describe('an MCP server in what sets it up', () => {
	const url = 'https://mcp.linear.app/sse';
	it.each([
		JSON.stringify({ mcpServers: { linear: { url } } }),
		JSON.stringify({ mcpServers: { linear: { command: 'npx', args: ['-y', 'mcp-remote', url] } } }, null, 2),
		JSON.stringify({ servers: { linear: { type: 'http', url } }, inputs: [] }),
		`npx -y mcp-remote ${url}`,
		`claude mcp add --transport sse linear ${url}`,
		`$ codex mcp add linear --url ${url}`,
		`code --add-mcp '{"name":"linear","url":"${url}"}'`,
		`"linear": { "url": "${url}" }`
	])('is found: %s', (text) => {
		expect(recognise(text)).toMatchObject({ kind: 'resource', address: url });
	});

	it('is none in a command that only runs here', () => {
		expect(recognise('npx -y @modelcontextprotocol/server-filesystem /tmp').kind).toBe('unknown');
		expect(recognise('{"mcpServers":{"files":{"command":"npx"}}}').kind).toBe('unknown');
	});
});

describe('a command', () => {
	const sent = 'grant_type=authorization_code&client_id=portal&code=6d7e.55d3&code_verifier=dBjf';
	it.each([
		['bash', `jane@dev:~$ curl -X POST ${issuer}/token -d '${sent}'`],
		['zsh', `(base) jane@mac work % curl ${issuer}/token -d '${sent}'`],
		['oh-my-zsh', `➜  work git:(main) ✗ curl ${issuer}/token -d '${sent}'`],
		['root', `[root@host ~]# curl ${issuer}/token -d '${sent}'`],
		['cmd', `C:\\Users\\jane>curl -X POST ${issuer}/token -d "${sent}"`],
		['PowerShell', `PS C:\\Users\\jane> curl.exe -X POST ${issuer}/token -d "${sent}"`],
		['time', `$ time curl -s ${issuer}/token -d '${sent}'`],
		['a variable', `ID=abc curl -s ${issuer}/token -d '${sent}'`],
		['quotes of a word processor', `curl -X POST “${issuer}/token” -d “${sent}”`],
		['single ones', `curl ‘${issuer}/token’ -d ‘${sent}’`],
		['a fence', `\`\`\`bash\n$ curl ${issuer}/token -d '${sent}'\n\`\`\``],
		['spaces of another width', `curl\u00a0${issuer}/token\u00a0-d '${sent}'`]
	])('is read behind or in %s', (_, text) => {
		expect(recognise(text)).toMatchObject({
			kind: 'token-request',
			request: { url: `${issuer}/token`, body: sent }
		});
	});

	it('leaves the quotes in what it sends as they are', () => {
		const text = `curl ${issuer}/token -d 'grant_type=authorization_code&note=“a”'`;
		expect(recognise(text).request?.body).toContain('“a”');
	});

	it('gives what it printed, too', () => {
		const also = (output: string) => recognise(`curl -s ${issuer}/x\n${output}`).also;
		expect(also(keySet)).toMatchObject({ kind: 'key-set', bare: keySet });
		expect(also(metadata)).toMatchObject({ kind: 'metadata', bare: metadata, address: issuer });
		expect(also('{"access_token":"abc","token_type":"Bearer"}')).toMatchObject({ kind: 'token-answer' });
		expect(also(`HTTP/2 200\ncontent-type: application/json\n\n${keySet}`)).toMatchObject({ bare: keySet });
		expect(also('{"error":"invalid_grant"}')).toBeUndefined();
		expect(also('')).toBeUndefined();
	});
});

describe('a document below the address from which it came', () => {
	it('is that document', () => {
		for (const head of [`${issuer}/.well-known/openid-configuration`, `GET ${issuer}/x`, `> ${issuer}/x`]) {
			expect(recognise(`${head}\n${metadata}`)).toMatchObject({ kind: 'metadata', bare: metadata });
			expect(recognise(`${head}\n\n${keySet}`)).toMatchObject({ kind: 'key-set', bare: keySet });
		}
	});
});
