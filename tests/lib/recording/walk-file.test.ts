import { beforeAll, describe, expect, it } from 'vitest';
import { formatWalkAsHar, readWalkFile } from '$lib/recording/walk-file';
import type { Trace } from '$lib/trace/fact';
import { formatTrace } from '$lib/trace/format';
import { createSigner } from '../../fixtures/tokens';
import { configuration, wholeWalk } from '../../fixtures/walk';

let walk: Trace;

beforeAll(async () => {
	walk = await wholeWalk(await createSigner('ES256'));
});

describe('the file of a walk', () => {
	it('is one that was exported here, fact for fact', async () => {
		expect(await readWalkFile(formatTrace(walk))).toEqual({ ok: true, value: walk });
	});

	it('says yes to nothing in the name of whoever opens it', async () => {
		const allowed = { kind: 'allowed', at: 0, step: 'configure', host: 'keycloak.local' } as const;
		expect(await readWalkFile(formatTrace([...walk, allowed]))).toEqual({ ok: true, value: walk });
	});

	it('is a recording of a browser', async () => {
		const read = await readWalkFile(await formatWalkAsHar(walk));
		expect(read).toMatchObject({ ok: true });
		expect(read.ok && read.value[1]).toMatchObject({ configuration: { clientId: configuration.clientId } });
	});

	it('is refused at once when it could not be kept: nothing would be left of it after a reload', async () => {
		const har = (await formatWalkAsHar(walk)).replaceAll(
			'&scope=',
			`&organization=${'x'.repeat(5_000)}&scope=`
		);
		expect(await readWalkFile(har)).toMatchObject({ ok: false, failure: { reason: 'not-a-trace' } });
	});

	it.each([
		['no JSON', 'no json', 'not-json'],
		['something else', '{"a":1}', 'not-a-trace'],
		['of a version to come', '{"format":"pkce-playground-trace","version":99,"facts":[]}', 'version-unknown'],
		['a recording of nothing', '{"log":{"entries":[]}}', 'recording-empty']
	])('is refused when it is %s', async (_, text, reason) => {
		expect(await readWalkFile(text)).toMatchObject({ ok: false, failure: { reason } });
	});

	it('has no moment that no calendar has', async () => {
		const never = formatTrace([{ kind: 'configured', at: 1e300, configuration }]);
		expect(await readWalkFile(never)).toMatchObject({ ok: false, failure: { reason: 'not-a-trace' } });
	});
});
