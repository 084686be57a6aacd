import { describe, expect, it } from 'vitest';
import { fold } from '$lib/flow/fold';
import { endedAt } from '$lib/flow/recorded-end';
import { sessionOf } from '$lib/flow/session';
import { recordedEndTexts } from '$lib/lessons/en/walk/recorded-end';
import { recordedEnds } from '$lib/lexicon/recorded-ends';
import { traceOfRecording } from '$lib/recording/recording';
import { ask, come, get, post, recording, redeem, type Made } from '../../fixtures/made-recording';

const id = 'https://id.example';
const asked = ask(`${id}/authorize`);

async function endOf(...messages: Made[]) {
	const trace = traceOfRecording(recording(...messages));
	if (!trace.ok) throw new Error(trace.failure.reason);
	return endedAt(sessionOf(await fold(trace.value)));
}

const then = (path: string, html: string, status = 200): Made[] => [
	get(asked, { to: `${id}${path}` }),
	get(`${id}${path}`, { html, status })
];
const password = '<title>Welcome</title><input type="password"><a href="/signup">Sign up</a>';

describe('a recorded sign-in that did not come back', () => {
	it.each([
		['at the form', 'login', then('/u/1', password)],
		['at the form, by its address', 'login', then('/u/login', '<div id="root"></div>')],
		['at the form, in the answer itself', 'login', [get(asked, { html: password })]],
		['at consent', 'consent', then('/consent', '<title>Shop wants access</title>')],
		['at consent, by its words', 'consent', then('/x', '<h1>Grant access to Shop</h1>')],
		['at a second factor', 'second-factor', then('/u/mfa-otp-challenge', '<p>Code')],
		['at a code', 'second-factor', then('/x', '<input autocomplete="one-time-code">')],
		[
			'at an account to open',
			'sign-up',
			then('/signup', '<input type="password" autocomplete="new-password">')
		],
		['at a password to change', 'reset', then('/reset-password', '<p>New one')],
		['at an error', 'error', [get(asked, { status: 400, html: '<h1>Unknown client</h1>' })]],
		['at a page', 'page', then('/x/1', '<p>Please wait')],
		['nowhere', 'redirect', [get(asked, { to: `${id}/next` })]],
		['at a server that never answered', 'no-answer', [get(asked, { error: 'net::ERR_ABORTED' })]],
		[
			'at a wrong password',
			'login-refused',
			[...then('/login', password), post(`${id}/login`, { password: 'x' }, { status: 401, html: 'Wrong' })]
		]
	] satisfies [string, string, Made[]][])('ended %s: %s', async (_, at, messages) => {
		expect(await endOf(...messages)).toMatchObject({ at, host: 'id.example' });
	});

	it('is none where it came back, whatever became of it', async () => {
		const back = get(come('https://app.example/callback', 'code-one-0123'));
		expect(await endOf(...then('/login', password), back)).toBeUndefined();
		expect(await endOf(get(asked), back, redeem(`${id}/token`, 'code-one-0123'))).toBeUndefined();
	});

	it.each([
		[201, 'registered', { client_id: 'made', redirect_uris: ['https://app.example/callback'] }],
		[401, 'registration-refused', { error: 'access_denied' }]
	])('ended at the registration of the client: %d, %s', async (status, at, json) => {
		const sent = JSON.stringify({ redirect_uris: ['https://app.example/callback'] });
		expect(await endOf(post(`${id}/register`, sent, { status, json }))).toMatchObject({ at });
	});

	it('has words for each', () => {
		for (const at of recordedEnds)
			expect(recordedEndTexts[at].title('id.example', '400')).toContain('id.example');
	});
});
