import { describe, expect, it } from 'vitest';
import { askLogout, readLogoutReturn } from '$lib/client/logout';
import { statuses } from '../../fixtures/messages';
import { clientId } from '../../fixtures/tokens';
import { metadata } from '../../fixtures/walk';

const server = { ...metadata, end_session_endpoint: 'https://idp.example/out?x=1' };
const returnTo = 'https://app.example/?from=out';

function sent(changes: { state?: string; post_logout_redirect_uri?: string } = {}): string {
	const parameters = { client_id: clientId, post_logout_redirect_uri: returnTo, state: 's-1', ...changes };
	const asked = askLogout(server, parameters);
	return asked.ok ? asked.value.url : '';
}

describe('the sign-out request', () => {
	it('OIDC RP-Initiated Logout §2: carries hint, client, return address and state, and keeps the query of the endpoint', () => {
		const asked = askLogout(server, {
			client_id: clientId,
			id_token_hint: 'i',
			post_logout_redirect_uri: returnTo,
			state: 's'
		});
		expect(asked.ok && Object.fromEntries(new URL(asked.value.url).searchParams)).toEqual({
			x: '1',
			client_id: clientId,
			id_token_hint: 'i',
			post_logout_redirect_uri: returnTo,
			state: 's'
		});
	});

	it('has no state where the browser comes back nowhere', () => {
		expect(new URL(sent({ post_logout_redirect_uri: '' })).searchParams.has('state')).toBe(false);
	});
});

describe('where the browser ended', () => {
	it.each([
		['https://app.example/?from=out&state=s-1', 'pass', 'pass'],
		['https://app.example/?from=out&state=other', 'pass', 'fail'],
		['https://app.example/?from=out', 'pass', 'fail'],
		['https://app.example/?state=s-1', 'fail', 'pass'],
		['https://idp.example/signed-out', 'fail', 'fail'],
		['no address', 'fail', 'skipped']
	])('%s', (came, address, state) => {
		expect(statuses(readLogoutReturn(came, sent()))).toEqual({
			'logout-return-address': address,
			'logout-return-state': state
		});
	});

	it('is not held against a request that named no return address, nor the state against one without', () => {
		expect(
			statuses(readLogoutReturn('https://idp.example/', sent({ post_logout_redirect_uri: '' })))
		).toEqual({
			'logout-return-address': 'skipped',
			'logout-return-state': 'skipped'
		});
		expect(statuses(readLogoutReturn(returnTo, sent({ state: '' })))).toEqual({
			'logout-return-address': 'pass',
			'logout-return-state': 'skipped'
		});
	});
});
