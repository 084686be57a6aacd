import { describe, expect, test } from 'vitest';
import { hostOrigin } from '$lib/browser/embed/host';
import type { FramedWindow } from '$lib/browser/framing';

const own = 'https://playground.example';
const docs = 'https://docs.example';
const evil = 'https://evil.example';

/** A page in a frame of `parent`; `told`: the list of a browser that has one. */
function pageIn(
	parent: string,
	{ told, referrer = '' }: { told?: string[]; referrer?: string } = {}
): FramedWindow {
	const around = {
		get location(): { origin: string } {
			if (parent !== own) throw new DOMException('no', 'SecurityError');
			return { origin: parent };
		}
	};
	return {
		origin: own,
		location: { origin: own, ...(told ? { ancestorOrigins: told } : {}) },
		document: { referrer },
		parent: around as unknown as FramedWindow,
		top: around as unknown as FramedWindow
	};
}

describe('the page that a frame speaks with', () => {
	test('is nobody where no page is around it', () => {
		const page: FramedWindow = {
			origin: own,
			location: { origin: own },
			document: { referrer: docs },
			parent: undefined as unknown as FramedWindow,
			top: null
		};
		page.parent = page;
		expect(hostOrigin(page, [docs], docs)).toBeUndefined();
	});

	test('is one of our own', () => {
		expect(hostOrigin(pageIn(own, { referrer: `${docs}/a` }), [docs], undefined)).toBe(own);
	});

	test('is the nearest one, as the browser lists it', () => {
		expect(hostOrigin(pageIn(docs, { told: [docs, evil] }), [docs], undefined)).toBe(docs);
	});

	test('is the one that loaded it, where a browser lists none', () => {
		expect(hostOrigin(pageIn(docs, { referrer: `${docs}/page` }), [docs], undefined)).toBe(docs);
	});

	test('is the one that was known before, once a page of ours has loaded it', () => {
		expect(hostOrigin(pageIn(docs, { referrer: `${own}/flow/` }), [docs], docs)).toBe(docs);
	});

	test('is nobody where none of those was allowed', () => {
		expect(hostOrigin(pageIn(evil, { told: [evil], referrer: evil }), [docs], undefined)).toBeUndefined();
		expect(hostOrigin(pageIn(evil, { told: [evil], referrer: evil }), [docs], evil)).toBeUndefined();
	});
});
