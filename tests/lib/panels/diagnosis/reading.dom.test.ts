import { fireEvent, screen, within } from '@testing-library/svelte';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { diagnosePasted } from '$lib/diagnosis/explain';
import { causeTexts } from '$lib/lessons/en/diagnosis/causes';
import { readingTexts as texts } from '$lib/lessons/en/diagnosis/reading';
import { quietTexts } from '$lib/lessons/en/diagnosis/quiet';
import { diagnosePageTexts } from '$lib/lessons/en/diagnosis/page';
import DiagnosePage from '$lib/panels/diagnosis/DiagnosePage.svelte';
import type { IntakeWays } from '$lib/state/intake.svelte';
import { show, walkWith } from '../../../fixtures/panel';
import { configuration } from '../../../fixtures/walk';

/** What the page fetches with its first answer: on a busy machine that takes longer than anybody waits for one. */
beforeAll(async () => {
	await Promise.all([
		diagnosePasted('invalid_grant', {}),
		import('$lib/lessons/en/diagnosis/verdict'),
		import('$lib/panels/diagnosis/DiagnosisView.svelte'),
		import('$lib/panels/diagnosis/ReadingView.svelte')
	]);
}, 120_000);

async function open(text: string) {
	const { walk } = await walkWith([]);
	const visited: string[] = [];
	const ways: IntakeWays = {
		now: () => 0,
		start: () => configuration,
		configure: () => Promise.resolve(),
		visit: (path) => void visited.push(path),
		world: () => Promise.reject(new Error('nothing is sent'))
	};
	show(walk, DiagnosePage, { ways });
	const box = screen.getByRole('textbox', { name: diagnosePageTexts.pasted.label });
	await fireEvent.input(box, { target: { value: text } });
	const answer = screen.getByRole('region', { name: diagnosePageTexts.answer });
	return { visited, answer: within(answer) };
}

const log = [
	'2026-03-02T10:15:28Z INFO started',
	'2026-03-02T10:15:29Z WARN trace_id=abc123456 the refresh token has expired',
	'2026-03-02T10:15:30Z ERROR invalid_grant: PKCE verification failed',
	'2026-03-02T10:15:31Z INFO done'
].join('\n');

const slow = { timeout: 4_000 };

describe('a paste with more than the error in it', () => {
	it('shows what was taken, marked in its text', async () => {
		const { answer } = await open(log);
		const mark = await answer.findByText(
			'invalid_grant: PKCE verification failed',
			{ selector: 'mark' },
			slow
		);
		expect(mark.closest('[data-excerpt]')?.textContent).toContain('the refresh token has expired');
		expect(answer.getByRole('heading', { name: texts.taken(1) })).toBeTruthy();
	});

	it('lets another line be chosen, and explains that one', async () => {
		const { answer } = await open(log);
		const other = await answer.findByRole('radio', { name: /refresh token has expired/ }, slow);
		expect(answer.getByRole('heading', { name: causeTexts['pkce-verifier-mismatch'].title })).toBeTruthy();
		await fireEvent.click(other);
		await answer.findByRole('heading', { name: causeTexts['refresh-token-expired'].title }, slow);
		expect(answer.getByText(/refresh token has expired/, { selector: 'mark' })).toBeTruthy();
		expect(answer.getByRole('radio', { name: /refresh token has expired/ })).toHaveProperty('checked', true);
	});

	it('begins anew with another text', async () => {
		const { answer } = await open(log);
		await fireEvent.click(await answer.findByRole('radio', { name: /refresh token has expired/ }, slow));
		const box = screen.getByRole('textbox', { name: diagnosePageTexts.pasted.label });
		await fireEvent.input(box, { target: { value: `${log}\n` } });
		await vi.waitFor(() => {
			expect(answer.getByText('invalid_grant: PKCE verification failed', { selector: 'mark' })).toBeTruthy();
		}, slow);
	});

	it('lists what the provider can look up', async () => {
		const { answer } = await open(log);
		expect(await answer.findByText('abc123456', { selector: 'code' }, slow)).toBeTruthy();
		expect(answer.getByRole('button', { name: /trace_id/ })).toBeTruthy();
	});
});

describe('a paste that is the error', () => {
	it('is not told apart from itself', async () => {
		const { answer } = await open('PKCE verification failed.');
		await answer.findByRole('heading', { name: causeTexts['pkce-verifier-mismatch'].title }, slow);
		expect(answer.queryByRole('radio')).toBeNull();
	});

	it('has nothing to mark and nothing to choose', async () => {
		const { answer } = await open('AADSTS9002327');
		await answer.findByText(texts.byCode('Microsoft Entra ID'), {}, slow);
		expect(answer.queryByRole('radio')).toBeNull();
		expect(answer.queryByText(texts.taken(1))).toBeNull();
	});

	it('is named by its provider, of which there may be no preset', async () => {
		const { answer } = await open('AADB2C90118: The user has forgotten their password.');
		expect(await answer.findByText(texts.byCode('Azure AD B2C'), {}, slow)).toBeTruthy();
	});
});

describe('a request in which nothing has failed', () => {
	const asked =
		'https://id.example/authorize?client_id=a&response_type=code&redirect_uri=https%3A%2F%2Fapp.example%2Fcb';

	it('is called so, and can be opened', async () => {
		const { answer, visited } = await open(`Request URL: ${asked}\nRequest Method: GET`);
		await answer.findByText(texts.nothing.authorization, {}, slow);
		await fireEvent.click(answer.getByRole('button', { name: texts.open.authorization }));
		expect(visited).toEqual(['/flow/configure/']);
	});
});

const failed = '{"error":"invalid_grant","error_description":"PKCE verification failed"}';
const asked = 'curl https://id.example/token -d grant_type=authorization_code -d code=c';

it.each([
	['with a verifier', `${asked} -d code_verifier=${'v'.repeat(43)}`, 'pkce-verifier-mismatch'],
	['without a verifier', asked, 'pkce-verifier-missing']
] as const)('a command %s and an answer that failed are explained together', async (_, command, cause) => {
	const { answer } = await open(`${command}\n\n${failed}`).catch(async () => ({
		answer: within(await screen.findByRole('region', { name: diagnosePageTexts.answer }, slow))
	}));
	expect(await answer.findByRole('heading', { name: causeTexts[cause].title }, slow)).toBeTruthy();
});

describe('a paste in which nothing failed', () => {
	it.each([
		['settings', 'OIDC_CLIENT_ID=portal\nOIDC_ISSUER=https://sso.example/realms/prod'],
		['question', 'How do I get a refresh token from Google?'],
		['succeeded', '{"device_code":"GmRhmhcxhwAzkoEq","user_code":"WDJB-MJHT"}'],
		['waiting', '{"error":"authorization_pending"}'],
		['callback-with-code', 'HTTP/1.1 302 Found\nLocation: https://app.example/cb?code=abcdefgh&state=1\n']
	] as const)('is called %s, and has no cause', async (kind, text) => {
		await open(text);
		expect(await screen.findByText(quietTexts[kind].why)).toBeDefined();
		expect(document.querySelector('[data-cause]')).toBeNull();
	});
});
