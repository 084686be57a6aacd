import { describe, expect, it } from 'vitest';
import { told } from '../../fixtures/told';
import { heldOut } from './held-out';
import { invented } from './invented';
import { inventedMessages } from './invented-messages';
import { untried } from './untried';

describe.each([
	['recordings of every making', [...invented, ...inventedMessages]],
	['recordings that no rule was made from', [...heldOut, ...untried]]
])('%s', (_, all) => {
	it.each(all.map((one) => [one.what, one] as const))(
		'%s',
		async (_what, { exchanges, what: __, ...right }) => {
			expect(await told(exchanges)).toMatchObject(right);
		}
	);
});
