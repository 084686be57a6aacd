import { afterEach, describe, expect, it, vi } from 'vitest';
import { depart } from '$lib/browser/callback/go';

const page = { open: () => undefined, ask: () => Promise.resolve(undefined), take: () => undefined };

afterEach(() => vi.unstubAllGlobals());

describe('depart', () => {
	it.each(['tab', 'popup', 'new-tab'] as const)('leaves for no script, whatever was typed: %s', (way) => {
		const assign = vi.fn();
		const open = vi.fn();
		vi.stubGlobal('location', { assign });
		vi.stubGlobal('window', { open });
		for (const url of [
			'javascript:alert(1)',
			' javascript:alert(1)',
			'data:text/html,x',
			'',
			'idp.example'
		]) {
			expect(depart('', url, way, page)).toBe(false);
		}
		expect(assign).not.toHaveBeenCalled();
		expect(open).not.toHaveBeenCalled();
	});

	it('leaves for the web', () => {
		const assign = vi.fn();
		vi.stubGlobal('location', { assign });
		expect(depart('', 'https://idp.example/authorize', 'tab', page)).toBe(true);
		expect(assign).toHaveBeenCalledWith('https://idp.example/authorize');
	});

	it('says when the browser opened no popup', () => {
		vi.stubGlobal('window', { open: () => null });
		expect(depart('', 'https://idp.example/authorize', 'popup', page)).toBe(false);
	});

	/** A page that can open windows; those that it opened, and where they started. */
	function stubWindows() {
		const opened: { closed: boolean; close: () => void; url: string; name: string }[] = [];
		const open = (url: string, name: string) => {
			const popup = { closed: false, close: () => undefined, url, name };
			opened.push(popup);
			return popup;
		};
		vi.stubGlobal('window', { open, addEventListener: () => undefined });
		return opened;
	}

	it('starts a popup on a page of this site, in a window without a name, with nothing of the request in its URL', () => {
		const opened = stubWindows();
		depart('/docs', 'https://idp.example/authorize?state=s', 'popup', page);
		expect(opened).toMatchObject([{ url: '/docs/popup/', name: '_blank' }]);
	});

	it('says once when the popup is gone, and not of one that a newer one has replaced', () => {
		vi.useFakeTimers();
		const opened = stubWindows();
		const gone = vi.fn();
		for (let count = 0; count < 2; count += 1)
			expect(depart('', 'https://idp.example/authorize', 'popup', page, gone)).toBe(true);
		opened[0]!.closed = true;
		vi.advanceTimersByTime(5_000);
		expect(gone).not.toHaveBeenCalled();
		opened[1]!.closed = true;
		vi.advanceTimersByTime(5_000);
		expect(gone).toHaveBeenCalledOnce();
		vi.useRealTimers();
	});
});
