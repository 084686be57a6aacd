/** What the page says that the browser adds to a message, against what a server got. */
import { addedTo } from '../../src/lib/flow/added-headers';
import { addedHeaderTexts } from '../../src/lib/lessons/en/failures/added-headers';
import { allowedAll, openServer, type SilentServer } from '../peers/silent-servers';
import { choose, expect, test } from './own-server';
import { everyBrowser } from './site';
import { goOn, perform, press, walkTo } from './walk';

const openRecorder = (): Promise<SilentServer> =>
	openServer(() => ({
		status: 200,
		headers: { ...allowedAll, 'access-control-allow-methods': '*', 'content-type': 'text/html' },
		body: '<!doctype html><title>Recorder</title>'
	}));

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

test('Origin goes with every message of which that is said', everyBrowser, async ({ page }) => {
	const [here, elsewhere] = [await openRecorder(), await openRecorder()];
	await page.goto(here.url);
	for (const server of [here, elsewhere])
		for (const method of methods) {
			const url = `${server.url}/asked`;
			await page.evaluate(
				async ([to, by]) => {
					const text = await fetch(to, {
						method: by,
						redirect: 'manual',
						credentials: 'omit',
						cache: 'no-store',
						referrerPolicy: 'no-referrer'
					});
					return text.text();
				},
				[url, method] as const
			);
			const heard = server.heard.findLast(({ path, method: by }) => path === '/asked' && by === method);
			const said = addedTo({ method, url, headers: [] }, 'page', here.url);
			expect([method, url, heard?.headers.origin !== undefined]).toEqual([method, url, said === 'origin']);
		}
	await page.evaluate((to) => location.assign(to), `${elsewhere.url}/visited`);
	await page.waitForURL(`${elsewhere.url}/visited`);
	const visit = elsewhere.heard.find(({ path }) => path === '/visited');
	expect(visit?.headers.origin).toBeUndefined();
	expect(addedTo({ method: 'GET', url: elsewhere.url, headers: [] }, 'navigation', here.url)).toBe(
		'no-origin'
	);
	await Promise.all([here.close(), elsewhere.close()]);
});

test('the walk says it of the message on screen', everyBrowser, async ({ page, baseURL, server }) => {
	const said = page.getByRole('region', { name: 'The request to be sent' });
	const got = (target: string) => server.seen.find((one) => one.target.startsWith(target))?.headers.origin;
	const { origin } = new URL(baseURL ?? '');
	await choose(page, baseURL ?? '', server.issuer);
	await expect(said).toContainText(addedHeaderTexts.origin);
	await walkTo(page, 'authorize');
	expect(got('/.well-known/')).toBe(origin);
	await expect(said).toContainText(addedHeaderTexts['no-origin']);
	await press(page, 'Sign in, in this tab');
	await goOn(page, 'callback');
	expect(got('/authorize')).toBeUndefined();
	await expect(said).toContainText(addedHeaderTexts.origin);
	await perform(page, 'exchange');
	expect(got('/token')).toBe(origin);
	await goOn(page, 'exchange');
	await expect(said).toContainText(addedHeaderTexts.origin);
	await perform(page, 'tokens');
	expect(got('/jwks')).toBe(origin);
});
