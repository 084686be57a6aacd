/** What a provider's page in a popup can do to the page that opened it: nothing; and the answer comes all the same. */
import type { BrowserContext, Page } from 'playwright/test';
import { failureTexts } from '../../src/lib/lessons/en/failures/failures';
import { popupTexts } from '../../src/lib/lessons/en/walk/popup';
import { untilControlled } from './embedded';
import { signInAt } from './misbehaving-server';
import { expect, test } from './own-server';
import { startWalkAt } from './prepared-walk';
import { everyBrowser } from './site';
import { openStranger, type Stranger } from './stranger';
import { expectDone, goOn, heading, perform, press } from './walk';

/** A sign-in page that tries all that a page in a popup may try, keeps what came of it, and has a link that goes on. */
const hostilePage = (goOn: string): string => `<a href="${goOn}">Continue</a><script>
	const elsewhere = location.origin + '/stolen';
	const seen = { opener: window.opener, referrer: document.referrer, found: [], reached: [], messages: [] };
	globalThis.seen = seen;
	setTimeout(() => (globalThis.hasWaited = true), 1200);
	const attempt = (what, act) => { try { if (act()) seen.reached.push(what); } catch { /* refused, as it should be */ } };
	addEventListener('message', (event) => seen.messages.push(JSON.stringify(event.data)));
	attempt('opener.location', () => { opener.location = elsewhere; return true; });
	attempt('opener.location.replace', () => { opener.location.replace(elsewhere); return true; });
	attempt('opener.postMessage', () => { opener.postMessage('hello', '*'); return true; });
	attempt('opener.close', () => { opener.close(); return true; });
	attempt('top', () => top !== self);
	attempt('parent', () => parent !== self);
	for (const name of ['the walk', 'pkce-playground-sign-in', '_parent', '_top', '_opener']) {
		const other = open('', name);
		if (!other || other === self) continue;
		// A new window is ours, and empty; any other was there before.
		let isNew = false;
		try { isNew = other.location.href === 'about:blank' && other.opener === self; } catch { isNew = false; }
		if (isNew) other.close(); else seen.found.push(name);
	}
</script>`;

interface Seen {
	opener: unknown;
	referrer: string;
	found: string[];
	reached: string[];
	messages: string[];
}

const seenBy = (popup: Page): Promise<Seen> => popup.evaluate(() => Reflect.get(globalThis, 'seen') as Seen);

async function openPopup(page: Page, context: BrowserContext, provider: Stranger): Promise<Page> {
	const opened = context.waitForEvent('page');
	await press(page, 'In a popup');
	const popup = await opened;
	await popup.waitForURL(`${provider.origin}/**`);
	await popup.waitForLoadState();
	return popup;
}

/** Up to the authorization step, with a server whose sign-in page is the stranger's. */
async function walkToSignIn(page: Page, url: string, issuer: string): Promise<void> {
	await startWalkAt(page, url, 'authorize', { issuer, clientId: 'client-of-the-test' });
	await page.evaluate(() => (window.name = 'the walk'));
}

/** The first visit comes from the host; a later one from the worker, with an opener policy. */
for (const visit of ['first', 'later'] as const)
	test(
		`a hostile page in the popup reaches nothing, and the walk goes on: ${visit} visit`,
		everyBrowser,
		async ({ page, context, server, baseURL }) => {
			const provider = await openStranger(({ search }) => hostilePage(`${server.issuer}/authorize${search}`));
			server.faults.discovery = signInAt(provider.origin);
			await walkToSignIn(page, baseURL ?? '', server.issuer);
			if (visit === 'later') {
				await untilControlled(page);
				await page.reload();
				await page.evaluate(() => (window.name = 'the walk'));
			}
			const before = page.url();
			const popup = await openPopup(page, context, provider);
			// The opening page asks all the time; what it asks is for a page of its own.
			await popup.waitForFunction(() => Reflect.get(globalThis, 'hasWaited') === true);
			expect(await seenBy(popup)).toEqual({
				opener: null,
				referrer: '',
				found: [],
				reached: [],
				messages: []
			});
			expect(page.url()).toBe(before);
			const closed = popup.waitForEvent('close');
			await popup.getByRole('link', { name: 'Continue' }).click();
			await closed;
			await expectDone(page, 'callback');
			await goOn(page, 'callback');
			await perform(page, 'exchange');
			await provider.close();
		}
	);

test(
	'of two popups the newer one brings its answer, whatever becomes of the first',
	everyBrowser,
	async ({ page, context, server, baseURL }) => {
		const provider = await openStranger(({ search }) => hostilePage(`${server.issuer}/authorize${search}`));
		server.faults.discovery = signInAt(provider.origin);
		await walkToSignIn(page, baseURL ?? '', server.issuer);
		const first = await openPopup(page, context, provider);
		const second = await openPopup(page, context, provider);
		await first.close();
		await second.getByRole('link', { name: 'Continue' }).click();
		await expectDone(page, 'callback');
		await provider.close();
	}
);

test.describe('the page on which a popup starts', () => {
	test(
		'goes nowhere when a stranger opens it and says where',
		everyBrowser,
		async ({ page, context, baseURL }) => {
			const stranger = await openStranger(
				() => `<button>Open</button><script>
				document.querySelector('button').onclick = () => {
					const popup = open('${baseURL}/popup/');
					setInterval(() => popup.postMessage({
						subject: 'pkce-playground / popup', message: { go: location.origin + '/stolen' }
					}, '*'), 50);
				};
			</script>`
			);
			await page.goto(stranger.origin);
			const opened = context.waitForEvent('page');
			await press(page, 'Open');
			const popup = await opened;
			await expect(popup.getByText(popupTexts.nobody.title)).toBeVisible();
			expect(new URL(popup.url()).origin).toBe(baseURL);
			await stranger.close();
		}
	);

	test('says that nobody waits for it when it is opened by hand', async ({ page, baseURL }) => {
		await page.goto(`${baseURL}/popup/#https://evil.example/`);
		await expect(page.getByText(popupTexts.nobody.title)).toBeVisible();
		expect(new URL(page.url()).origin).toBe(baseURL);
		await expect(page.getByRole('navigation')).toHaveCount(0);
	});
});

test(
	'a page that opened the callback cannot ask it for the answer',
	everyBrowser,
	async ({ page, context, baseURL }) => {
		const stranger = await openStranger(
			() => `<button>Open</button><pre></pre><script>
			document.querySelector('button').onclick = () => {
				const popup = open('${baseURL}/callback/?code=secret&state=unknown');
				addEventListener('message', (event) => document.querySelector('pre').append(JSON.stringify(event.data)));
				setInterval(() => popup.postMessage({ subject: 'pkce-playground / callback', message: 'ask' }, '*'), 50);
			};
		</script>`
		);
		await page.goto(stranger.origin);
		const opened = context.waitForEvent('page');
		await press(page, 'Open');
		await expect((await opened).getByText(failureTexts['state-unknown'].title)).toBeVisible();
		await expect(page.locator('pre')).toBeEmpty();
		await expect(heading(page, 'callback')).toHaveCount(0);
		await stranger.close();
	}
);

test(
	'a stranger that opens a page of ours loses it, once the worker answers',
	everyBrowser,
	async ({ page, context, host }) => {
		const stranger = await openStranger(
			() => `<button>Open</button><script>
				document.querySelector('button').onclick = () => { globalThis.popup = open('${host.url}/provider/'); };
			</script>`
		);
		const isCut = () => page.evaluate(() => (Reflect.get(globalThis, 'popup') as Window).closed);
		await page.goto(`${host.url}/provider/`);
		await untilControlled(page);
		await page.goto(stranger.origin);
		const opened = context.waitForEvent('page');
		await press(page, 'Open');
		await expect((await opened).getByRole('heading', { level: 1 })).toBeVisible();
		await expect.poll(isCut).toBe(true);
		await stranger.close();
	}
);
