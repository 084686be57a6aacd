import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { reportPageTexts as texts } from '$lib/lessons/en/report/page';
import { ticketTexts } from '$lib/lessons/en/report/ticket';
import { fold } from '$lib/flow/fold';
import { makeReport } from '$lib/panels/report/make';
import { escapeHtml, html } from '$lib/report/html';
import type { Trace } from '$lib/trace/fact';
import { redact } from '$lib/trace/redact';
import { hostile } from '../../fixtures/markdown';
import { answer } from '../../fixtures/messages';
import { site } from '../../fixtures/report';
import { createSigner, subject } from '../../fixtures/tokens';
import {
	callbackUrl,
	configured,
	exchanged,
	returned,
	secretsOfTheWalk,
	tokenFact,
	wholeWalk
} from '../../fixtures/walk';

let whole: Trace;
let failed: Trace;
beforeAll(async () => {
	whole = await wholeWalk(await createSigner('ES256'));
	failed = [
		...whole.slice(0, 7),
		tokenFact({ error: 'invalid_grant', error_description: 'no <b>match</b>' }, 400)
	];
});

const pageFor = async (trace: Trace, withSecrets = false): Promise<string> =>
	(await makeReport(await fold(trace), trace, site, withSecrets)).document(Date.UTC(2026, 10, 29));

/** The tags that stand in a page. */
const tagsIn = (page: string): Set<string> =>
	new Set([...page.matchAll(/<([a-z][a-z0-9]*)[\s/>]/gi)].map(([, tag = '']) => tag.toLowerCase()));

const passive =
	/^(?:html|head|meta|title|style|body|main|footer|header|section|div|p|h[1-4]|ul|ol|li|dl|dt|dd|table|colgroup|col|thead|tbody|tr|th|td|code|pre|strong|span|a|details|summary|svg|g|line|path|rect|text)$/;

describe('the page', () => {
	it('forbids everything but its own style, and needs nothing else', async () => {
		const page = await pageFor(whole);
		expect(page).toContain(`content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;;`);
		expect([...tagsIn(page)].filter((tag) => !passive.test(tag))).toEqual([]);
		expect(page).not.toMatch(/\s(?:on\w+|style|src|srcset|action)=/i);
	});

	const walks: [name: string, walk: () => Trace][] = [
		['failed', () => failed],
		['good', () => whole],
		['sanitised', () => redact(failed)],
		['in progress', () => whole.slice(0, 6)],
		['empty', () => []]
	];
	it.each(walks)('is whole, of a walk: %s', async (_, walk) => {
		const page = await pageFor(walk());
		expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
		expect(page.trimEnd()).toMatch(/<\/html>$/);
		expect(page).not.toContain('undefined');
		for (const secret of secretsOfTheWalk) expect(page).not.toContain(secret);
	});

	it('has the error, the cause, the checks, the messages and the diagram', async () => {
		const page = await pageFor(failed);
		expect(page).toContain('error_description: no &lt;b&gt;match&lt;/b&gt;');
		for (const title of [texts.cause, texts.picture, texts.checks.title, texts.messages.title])
			expect(page).toContain(`<h2>${title}</h2>`);
		expect(page.match(/<svg/g)?.length).toBeGreaterThan(1);
		expect(page).toContain(`${ticketTexts.checks.signs.fail} `);
	});

	it('says what a token says, without who it is about', async () => {
		const page = await pageFor(whole);
		expect(page).toContain(texts.messages.token('id_token'));
		expect(page).not.toContain(subject);
		expect(await pageFor(whole, true)).toContain(subject);
	});

	it('says that it has secrets where it has', async () => {
		expect(await pageFor(whole, true)).toContain(texts.withSecrets);
		expect(await pageFor(whole)).not.toContain(texts.withSecrets);
	});

	it('writes as text what strangers write', async () => {
		for (const text of hostile) {
			const trace: Trace = [
				configured({ clientId: text, scope: text }),
				...failed.slice(1, 6),
				returned(callbackUrl({ error: text, error_description: text })),
				tokenFact({ error: text, error_description: text, [text]: text }, 400),
				exchanged(
					'call',
					'api',
					{ url: `https://a.example/?${new URLSearchParams({ q: text })}`, headers: [['x-a', text]] },
					answer(text, { status: 500 })
				)
			];
			const page = await pageFor(trace, true);
			expect([...tagsIn(page)].filter((tag) => !passive.test(tag))).toEqual([]);
			expect(page).not.toMatch(/<[^>]*\sonerror/i);
		}
	});
});

describe('text in HTML', () => {
	it('has no sign that ends it, and none that is not seen', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostile)), (text) => {
				expect(escapeHtml(text)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)|\u202E|\u0000/);
			})
		);
	});

	it('goes into markup as text, and markup as markup', () => {
		expect(html`<p>${'<b>'}${html`<i>${1}</i>`}${undefined}${[html`<br />`]}</p>`.text).toBe(
			'<p>&lt;b&gt;<i>1</i><br /></p>'
		);
	});
});
