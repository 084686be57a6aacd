import { afterEach, describe, expect, it, vi } from 'vitest';
import { depart } from '$lib/browser/departure';

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
			expect(depart(url, way)).toBe(false);
		}
		expect(assign).not.toHaveBeenCalled();
		expect(open).not.toHaveBeenCalled();
	});

	it('leaves for the web', () => {
		const assign = vi.fn();
		vi.stubGlobal('location', { assign });
		expect(depart('https://idp.example/authorize', 'tab')).toBe(true);
		expect(assign).toHaveBeenCalledWith('https://idp.example/authorize');
	});

	it('says when the browser opened no popup', () => {
		vi.stubGlobal('window', { open: () => null });
		expect(depart('https://idp.example/authorize', 'popup')).toBe(false);
	});

	it('says once when the popup is gone', () => {
		vi.useFakeTimers();
		const popup = { closed: false };
		const gone = vi.fn();
		vi.stubGlobal('window', { open: () => popup });
		expect(depart('https://idp.example/authorize', 'popup', gone)).toBe(true);
		vi.advanceTimersByTime(5_000);
		expect(gone).not.toHaveBeenCalled();
		popup.closed = true;
		vi.advanceTimersByTime(5_000);
		expect(gone).toHaveBeenCalledOnce();
		vi.useRealTimers();
	});
});
