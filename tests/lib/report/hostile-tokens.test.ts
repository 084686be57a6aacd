import { beforeAll, describe, expect, it } from 'vitest';
import { fold } from '$lib/flow/fold';
import { makeReport } from '$lib/panels/report/make';
import { ticketOf } from '$lib/report/ticket';
import type { Trace } from '$lib/trace/fact';
import { hostileMark, hostileTokens, largeHostileTokens } from '../../fixtures/hostile-tokens';
import { acting, readMarkdown } from '../../fixtures/markdown';
import { gathered, site } from '../../fixtures/report';
import { createSigner } from '../../fixtures/tokens';
import { tokenFact, wholeWalk } from '../../fixtures/walk';

let before: Trace;
beforeAll(async () => {
	before = (await wholeWalk(await createSigner('ES256'))).slice(0, 7);
});

const walkWith = (token: string): Trace => [
	...before,
	tokenFact({ access_token: token, id_token: token, token_type: 'Bearer', scope: token.slice(0, 200) })
];

const deep = largeHostileTokens().filter(([name]) => name.includes('levels'));

/** A report tells of a token what its checks found: these have what could be read as markup, or break a check. */
const told =
	/markup|proto|dates that|dates as|surrogates|number zero|direction|beyond 2|aud of|alg that|crit of|addresses/;
const chosen = hostileTokens.filter(([name]) => told.test(name));

describe.each([...chosen, ...deep].map(([name, text]) => ({ name, text })))(
	'a report on a token: $name',
	({ text }) => {
		it('is made, and does nothing where it is read', async () => {
			const trace = walkWith(text);
			const page = (await makeReport(await fold(trace), trace, site, true)).document(0);
			expect(page).not.toMatch(new RegExp(`<[^>]*\\s(?:${hostileMark}|onerror|onload)\\b`, 'i'));
			expect(page).not.toMatch(/<(?:script|img|iframe|b|i)\b/i);
			const { told } = await gathered(trace, true);
			const ours = [`link ${told.link}`, `link ${told.cause?.remedy?.source}`];
			const acts = acting(readMarkdown(ticketOf(told, 'general')));
			expect(acts.filter((one) => !ours.includes(one))).toEqual([]);
		});
	}
);
