import { beforeAll, describe, expect, it } from 'vitest';
import type { Trace } from '$lib/trace/fact';
import { parseReplacement } from '$lib/trace/replaced';
import { formatReplacement, type Replacement } from '$lib/trace/replacement';
import { createSigner } from '../../fixtures/tokens';
import { wholeWalk } from '../../fixtures/walk';

let trace: Trace;
beforeAll(async () => {
	trace = await wholeWalk(await createSigner('ES256'));
});

describe('a walk that gave way', () => {
	it('is the same when it is read again', () => {
		const replaced: Replacement[] = [
			{ by: 'import', file: 'a "case".json', messages: 3, walk: { trace, drafts: { verifier: 'typed\n' } } },
			{ by: 'fresh', messages: 0, walk: { trace, drafts: {} } },
			{ by: 'undo', messages: 1 }
		];
		for (const one of replaced)
			expect(parseReplacement(formatReplacement(one))).toEqual({ ok: true, value: one });
	});

	it.each([
		'',
		'{',
		'null',
		'[]',
		'{"by":"somebody","messages":1}',
		'{"by":"fresh","messages":"1"}',
		'{"by":"fresh","messages":1,"walk":{"trace":"{}","drafts":{}}}',
		'{"by":"fresh","messages":1,"walk":{"trace":"[]","drafts":{"a":1}}}'
	])('is refused when it is rubbish: %s', (text) => {
		expect(parseReplacement(text).ok).toBe(false);
	});
});
