/** The whole walk inside a page of another site that is allowed to show ours. */
import { startConfiguration } from '../../src/lib/browser/storage/start-configuration';
import { authorizeTexts } from '../../src/lib/lessons/en/walk/authorize';
import { autopilotTexts } from '../../src/lib/lessons/en/walk/autopilot';
import { failureTexts } from '../../src/lib/lessons/en/failures/failures';
import { signInLeavesTexts } from '../../src/lib/lessons/en/failures/framing';
import { popupGone } from '../../src/lib/lessons/en/walk/attempts';
import { verifyLabel } from '../../src/lib/lessons/en/walk/labels';
import { pushTexts } from '../../src/lib/lessons/en/walk/push';
import { receivedTexts } from '../../src/lib/lessons/en/walk/received';
import { handTexts } from '../../src/lib/lessons/en/walk/score';
import { applicationFieldTexts } from '../../src/lib/lessons/en/provider/application-fields';
import { saveTexts } from '../../src/lib/lessons/en/provider/dashboard';
import { postedTexts } from '../../src/lib/lessons/en/failures/posted';
import { silentTexts } from '../../src/lib/lessons/en/walk/silent';
import { tokenEndTexts } from '../../src/lib/lessons/en/walk/token-end';
import { openMisbehavingServer, signInAt } from './misbehaving-server';
import { everyBrowser, expect, openHost, type Host } from './site';
import { openStranger } from './stranger';
import {
	expectDoneIn,
	expectStep,
	frameHtml,
	frameIn,
	goOnIn,
	goToIn,
	openAllowed,
	partitioned,
	performIn,
	pressIn,
	signInInside,
	walkIn
} from './in-frame';
import { askForForm } from './walk';

const test = partitioned.extend<{ site: Host }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
	site: async ({}, use) => {
		const host = await openHost('build-sub-path', '/docs/pkce');
		await use(host);
		await host.stop();
	}
});

// One at a time: each of these is at the same address.
test.describe.configure({ mode: 'serial' });

/** The walk with this beside what the built-in provider needs. */
const configured = ({ url }: Host, beside: Record<string, string>): string => {
	const { issuer, clientId, scope, audience, apiUrl } = startConfiguration(new URL(url).origin, '/docs/pkce');
	const own = { issuer, client_id: clientId, scope, audience: audience ?? '', api: apiUrl ?? '' };
	return `${url}/flow/configure/?${new URLSearchParams({ ...own, ...beside })}`;
};

for (const kind of ['cross-site', 'same-site'] as const)
	test(
		`on the built-in provider, ${kind}: from the first click to the answer of the API`,
		everyBrowser,
		async ({ page, browserName, site }) => {
			const docs = await openAllowed(browserName, frameHtml(`${site.url}/flow/configure/`), kind);
			await page.goto(docs.origin);
			const frame = frameIn(page);
			await walkIn(frame, 'configure', 'authorize');
			await signInInside(frame);
			await walkIn(frame, 'callback', 'call');
			await performIn(frame, 'call');
			await expect(frame.getByText('200', { exact: false }).first()).toBeVisible();
			expect(page.url()).toBe(`${docs.origin}/`);
			// Neither the provider nor the API, and no code, is asked of the host.
			expect(site.seen.filter((line) => /\/(idp|api)\/|code=/.test(line))).toEqual([]);
			await docs.close();
		}
	);

test(
	'with a pushed request, proofs of possession and a signed answer (PAR, DPoP, JARM)',
	everyBrowser,
	async ({ page, browserName, site }) => {
		const asked = configured(site, { extensions: 'par dpop', response_mode: 'fragment.jwt' });
		const docs = await openAllowed(browserName, frameHtml(asked));
		await page.goto(docs.origin);
		const frame = frameIn(page);
		await pressIn(frame, 'Use this configuration');
		await walkIn(frame, 'configure', 'authorize');
		await pressIn(frame, pushTexts.push);
		await signInInside(frame);
		const hand = frame.getByRole('region', { name: handTexts.title });
		await expect(hand.getByRole('listitem').filter({ hasText: 'code' }).last()).toContainText(
			handTexts.came([5])
		);
		await pressIn(frame, verifyLabel);
		await goOnIn(frame, 'callback');
		await walkIn(frame, 'exchange', 'call');
		await performIn(frame, 'call');
		await expect(frame.getByText('200', { exact: true }).first()).toBeVisible();
		await docs.close();
	}
);

test(
	'an answer that is a form stays in the frame, and one for another site is said with its address',
	everyBrowser,
	async ({ page, browserName, site }) => {
		const seen: string[] = [];
		const other = await openStranger(({ pathname }) => {
			seen.push(pathname);
			return 'The other site';
		});
		const elsewhere = `${other.origin}/back`;
		const docs = await openAllowed(browserName, frameHtml(`${site.url}/flow/configure/`));
		await page.goto(docs.origin);
		const frame = frameIn(page);
		await walkIn(frame, 'configure', 'authorize');
		await askForForm(frame);
		await signInInside(frame);
		await expect(frame.getByText(postedTexts.came)).toBeVisible();
		await walkIn(frame, 'callback', 'tokens');

		await frame
			.locator('html')
			.evaluate((_, to) => location.assign(to), `${site.url}/provider/applications/?record=playground-spa`);
		await frame
			.getByLabel(applicationFieldTexts.redirectUris.label)
			.fill(`${site.url}/callback/\n${elsewhere}`);
		await pressIn(frame, saveTexts.save);
		await expect(frame.getByText(/^Saved .*The next request meets it/)).toBeVisible();
		await frame
			.locator('html')
			.evaluate((_, to) => location.assign(to), configured(site, { redirect_uri: elsewhere }));
		await pressIn(frame, 'Use this configuration');
		await walkIn(frame, 'configure', 'authorize');
		for (const [way, links] of [
			['link', 2],
			['form', 1]
		] as const) {
			if (way === 'form') await askForForm(frame);
			await pressIn(frame, authorizeTexts.inFrame);
			await expect(frame.getByRole('heading', { name: signInLeavesTexts.title })).toBeVisible();
			await expect(frame.getByRole('main')).toContainText(elsewhere);
			await expect(frame.getByRole('main').getByRole('link')).toHaveCount(links);
			await frame.getByRole('link', { name: signInLeavesTexts.back }).click();
			await expectStep(frame, 'authorize');
		}
		expect(seen).toEqual([]);
		await docs.close();
		await other.close();
	}
);

test('by itself, also through the sign-in', everyBrowser, async ({ page, browserName, site }) => {
	const docs = await openAllowed(browserName, frameHtml(`${site.url}/flow/configure/`));
	await page.goto(docs.origin);
	const frame = frameIn(page);
	await pressIn(frame, autopilotTexts.toEnd);
	await expectDoneIn(frame, 'renew');
	await expectDoneIn(frame, 'call');
	await docs.close();
});

test(
	'two frames on one page: each has a walk and a session of its own, and keeps it when it is loaded again',
	everyBrowser,
	async ({ page, browserName, site }) => {
		const one = frameHtml(`${site.url}/flow/configure/`);
		const docs = await openAllowed(browserName, one + one);
		await page.goto(docs.origin);
		const [first, second] = [frameIn(page, 0), frameIn(page, 1)];
		await walkIn(first, 'configure', 'authorize');
		await signInInside(first);
		await walkIn(second, 'configure', 'authorize');
		// The first one's session is not that of the second, which is asked.
		await signInInside(second, 'Omar Sample');
		await goOnIn(first, 'callback');
		await performIn(first, 'exchange');
		await page.reload();
		await expectStep(first, 'configure');
		await expectDoneIn(first, 'exchange');
		await expectDoneIn(second, 'callback');
		await goToIn(second, 'exchange');
		await performIn(second, 'exchange');
		await docs.close();
	}
);

test(
	'no dead end: loaded again at the consent, left by going back, begun twice',
	everyBrowser,
	async ({ page, browserName, site }) => {
		const docs = await openAllowed(browserName, frameHtml(`${site.url}/flow/configure/`));
		await page.goto(docs.origin);
		const frame = frameIn(page);
		await walkIn(frame, 'configure', 'authorize');
		await pressIn(frame, authorizeTexts.inFrame);
		await pressIn(frame, 'Sign in as Erin Example');
		await expect(frame.getByRole('button', { name: 'Allow' })).toBeVisible();
		await frame.locator('html').evaluate(() => location.reload());
		await expectStep(frame, 'authorize');
		await pressIn(frame, authorizeTexts.inFrame);
		await expect(frame.getByRole('button', { name: 'Allow' })).toBeVisible();
		await frame.locator('html').evaluate(() => history.back());
		await expectStep(frame, 'authorize');
		await pressIn(frame, authorizeTexts.inFrame);
		await frame.getByRole('link', { name: signInLeavesTexts.back }).click();
		await expectStep(frame, 'authorize');
		await pressIn(frame, authorizeTexts.inFrame);
		await pressIn(frame, 'Allow');
		await expectStep(frame, 'callback');
		await frame.locator('html').evaluate(() => history.back());
		await expectStep(frame, 'authorize');
		await goOnIn(frame, 'authorize');
		await walkIn(frame, 'callback', 'tokens');
		await docs.close();
	}
);

test(
	'where storage is refused: said, and the walk goes to its end in the page',
	everyBrowser,
	async ({ page, browserName, site }) => {
		await page.addInitScript(() => {
			const refuse = (): never => {
				throw new DOMException('Refused by the test', 'SecurityError');
			};
			for (const name of ['sessionStorage', 'localStorage', 'indexedDB', 'caches', 'BroadcastChannel'])
				Object.defineProperty(window, name, { get: refuse });
		});
		const docs = await openAllowed(browserName, frameHtml(`${site.url}/flow/configure/`));
		await page.goto(docs.origin);
		const frame = frameIn(page);
		await walkIn(frame, 'configure', 'authorize');
		await expect(frame.getByRole('alert').getByText(failureTexts['storage-blocked'].title)).toBeVisible();
		await signInInside(frame);
		await walkIn(frame, 'callback', 'call');
		await performIn(frame, 'call');
		await docs.close();
	}
);

test(
	'a silent attempt and the sign-out stay in the frame',
	everyBrowser,
	async ({ page, browserName, site }) => {
		const docs = await openAllowed(browserName, frameHtml(`${site.url}/flow/configure/`));
		await page.goto(docs.origin);
		const frame = frameIn(page);
		await pressIn(frame, autopilotTexts.toEnd);
		await expectDoneIn(frame, 'renew');
		await goToIn(frame, 'renew');
		await frame.getByText(silentTexts.title).click();
		await pressIn(frame, silentTexts.start);
		await expectStep(frame, 'authorize');
		await pressIn(frame, authorizeTexts.frame);
		await expectStep(frame, 'callback');
		await walkIn(frame, 'callback', 'renew');
		await frame.getByText(tokenEndTexts.signOut.title).click();
		await pressIn(frame, tokenEndTexts.signOut.actionHere);
		await expectStep(frame, 'renew');
		await expect(frame.getByLabel(tokenEndTexts.signOut.cameHere)).toHaveValue(/\/docs\/pkce\/\?state=/);
		expect(site.seen.filter((line) => /\/(idp|api)\/|code=|POST/.test(line))).toEqual([]);
		await docs.close();
	}
);

/** What a provider of another site does with the window that its sign-in is in. */
for (const [policy, headers] of [
	['', {}],
	[' that isolates its pages', { 'cross-origin-opener-policy': 'same-origin' }]
] as const)
	test(
		`at a provider${policy} the popup is the way, and its answer comes back or is carried by hand`,
		everyBrowser,
		async ({ page, context, browserName, site }) => {
			const server = await openMisbehavingServer();
			const provider = await openStranger(({ search }) => ({
				html: `<a href="${server.issuer}/authorize${search.replaceAll('&', '&amp;')}">Continue</a><script>globalThis.seen = String(window.opener)</script>`,
				headers
			}));
			server.faults.discovery = signInAt(provider.origin);
			const query = new URLSearchParams({
				issuer: server.issuer,
				client_id: 'client-of-the-test',
				scope: 'openid'
			});
			const docs = await openAllowed(browserName, frameHtml(`${site.url}/flow/configure/?${query}`));
			await page.goto(docs.origin);
			const frame = frameIn(page);
			await pressIn(frame, 'Use this configuration');
			await walkIn(frame, 'configure', 'authorize');
			await expect(frame.getByText(authorizeTexts.fewer.popup)).toBeVisible();
			for (const other of [authorizeTexts.tab, authorizeTexts.newTab, authorizeTexts.inFrame])
				await expect(frame.getByRole('button', { name: other, exact: true })).toHaveCount(0);
			const opened = context.waitForEvent('page');
			await pressIn(frame, authorizeTexts.popup);
			const popup = await opened;
			await popup.waitForURL(`${provider.origin}/**`);
			expect(await popup.evaluate(() => Reflect.get(globalThis, 'seen') as unknown)).toBe('null');
			const closed = popup.waitForEvent('close');
			closed.catch(() => undefined);
			await popup.getByRole('link', { name: 'Continue' }).click();
			if (policy === '') await closed;
			else {
				await expect(frame.getByText(popupGone.title)).toBeVisible();
				await expect(popup.getByText(failureTexts['opener-out-of-reach'].title)).toBeVisible();
				await expect(popup.getByRole('button', { name: receivedTexts.copy })).toBeVisible();
			}
			if (policy === '') {
				await expectStep(frame, 'callback');
				await walkIn(frame, 'callback', 'tokens');
			}
			for (const one of [docs, provider, server]) await one.close();
		}
	);
