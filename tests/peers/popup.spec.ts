/** A provider that isolates its pages: the popup that signs in has no opener any more when it comes back. */
import { popupGone } from '../../src/lib/lessons/en/walk/attempts';
import { everyBrowser, expect, test } from '../e2e/site';
import { expectDone, goOn, heading, perform, press } from '../e2e/walk';
import { clientId, openPeer } from './openid-provider';
import { signInAtPeer, toAuthorize, typeProvider } from './peer-page';

test(
	'a popup that is cut off from its opener still brings the answer to it',
	everyBrowser,
	async ({ page, context, baseURL }) => {
		const peer = await openPeer({
			redirectUri: `${baseURL}/callback/`,
			resource: 'urn:peer:reports',
			headers: { 'Cross-Origin-Opener-Policy': 'same-origin' }
		});
		await typeProvider(page, baseURL ?? '', { issuer: peer.issuer, clientId, scope: 'openid' });
		await toAuthorize(page);

		const opened = context.waitForEvent('page');
		await context.route(/^https:/, (route) => route.abort());
		await press(page, 'In a popup');
		const popup = await opened;
		await expect(page.getByText(popupGone.title)).toBeVisible();
		const closed = popup.waitForEvent('close');
		await signInAtPeer(popup, () => Promise.resolve());
		await closed;
		await expect(heading(page, 'callback')).toBeVisible();
		await expectDone(page, 'callback');
		await goOn(page, 'callback');
		await perform(page, 'exchange');
		await peer.close();
	}
);
