import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opaqueForms, opaqueKind } from '$lib/lexicon/opaque-tokens';

const letters = 'a1B2'.repeat(25);
/** Put together here, so that nobody who looks for secrets takes them for some. */
const begin = (prefix: string, length = 36): string => `${prefix}${letters.slice(0, length)}`;
const uuid = '018f3c1e-7c5a-7000-8000-0123456789ab';

const examples: [string, string][] = [
	['paseto-public', 'v4.public.eyJ9'],
	['paseto-local', 'v2.local.AAAA.Zm9v'],
	['github-oauth', begin('gho_')],
	['github-personal', begin('ghp_')],
	['github-fine-grained', begin('github_pat_', 80)],
	['github-user', begin('ghu_')],
	['github-server', begin('ghs_')],
	['github-refresh', begin('ghr_', 76)],
	['gitlab-personal', begin('glpat-', 20)],
	['gitlab-application-secret', begin('gloas-', 64)],
	['gitlab-other', begin('gldt-', 20)],
	['slack-rotated', begin('xoxe.xoxp-1-')],
	['slack-refresh', begin('xoxe-1-')],
	['slack-bot', begin('xoxb-')],
	['slack-user', begin('xoxp-')],
	['slack-app', begin('xapp-')],
	['slack-older', begin('xoxs-')],
	['google-access', begin('ya29.')],
	['google-refresh', begin('1//0')],
	['google-code', begin('4/0')],
	['google-client-secret', begin('GOCSPX-', 28)],
	['google-api-key', begin('AIza', 35)],
	['entra-refresh', begin('0.A', 60)],
	['entra-refresh', `${begin('1.A', 40)}.${begin('', 60)}`],
	['microsoft-account-refresh', begin('M.C5_', 40)],
	['microsoft-account-ticket', begin('EwB', 90)],
	['keycloak-code', `${uuid}.${uuid}.${uuid}`],
	['duende-handle', `${'0123456789ABCDEF'.repeat(4)}-1`],
	['ory-access', begin('ory_at_', 40)],
	['ory-refresh', begin('ory_rt_', 40)],
	['ory-code', begin('ory_ac_', 40)],
	['vault', begin('hvs.', 24)],
	['secret-key', begin('sk_live_', 24)],
	['publishable-key', begin('pk_test_', 24)],
	['aws-key-id', `AKIA${'ABCD1234'.repeat(2)}`],
	['aws-temporary-key-id', `ASIA${'ABCD1234'.repeat(2)}`],
	['npm', begin('npm_')],
	['pypi', begin('pypi-', 80)],
	['salesforce-session', begin('00D000000000001!', 60)],
	['guid', uuid],
	['guid', `{${uuid.toUpperCase()}}`]
];

describe('opaqueKind', () => {
	it.each(examples)('%s', (kind, token) => {
		expect(opaqueKind(` ${token}\n`)).toBe(kind);
	});

	it('has an example of each', () => {
		expect([...new Set(examples.map(([kind]) => kind))].sort()).toEqual(Object.keys(opaqueForms).sort());
	});

	it.each([
		['an unknown one', 'a1B2c3D4e5F6g7H8'],
		['a word', 'gho_'],
		['a JWT', 'eyJhbGciOiJSUzI1NiJ9.e30.AAAA'],
		['a hash that is no handle', '0123456789abcdef'.repeat(4)],
		['a version', 'v4.0.1'],
		['two UUIDs', `${uuid}.${uuid}`],
		['one that is longer than any', `ghp_${'a'.repeat(20_000)}`],
		['nothing', '']
	])('says nothing of %s', (_, token) => {
		expect(opaqueKind(token)).toBeUndefined();
	});

	it('knows where each is documented, over https', () => {
		for (const { source, revoke = source } of Object.values<{ source: string; revoke?: string }>(
			opaqueForms
		)) {
			expect(new URL(source).protocol).toBe('https:');
			expect(new URL(revoke).protocol).toBe('https:');
		}
	});

	it('never throws', () => {
		fc.assert(fc.property(fc.string(), (text) => void opaqueKind(text)));
	});
});
