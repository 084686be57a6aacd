import { describe, expect, it } from 'vitest';
import { SavedConfigurations } from '$lib/state/saved-configurations.svelte';
import type { Configuration } from '$lib/trace/configuration';
import { configuration } from '../../fixtures/walk';

function stored() {
	let kept: Configuration[] = [];
	return {
		read: () => Promise.resolve({ value: kept }),
		write: (list: Configuration[]) => void (kept = list)
	};
}

describe('configurations of earlier walks', () => {
	it('come newest first, one for each application', async () => {
		const saved = new SavedConfigurations(stored());
		await saved.remember(configuration);
		await saved.remember({ ...configuration, clientId: 'other' });
		await saved.remember({ ...configuration, scope: 'openid' });
		expect(saved.list.map(({ clientId, scope }) => [clientId, scope])).toEqual([
			[configuration.clientId, 'openid'],
			['other', configuration.scope]
		]);
	});

	it('are kept without secrets', async () => {
		const saved = new SavedConfigurations(stored());
		await saved.remember({
			...configuration,
			extra: [
				['client_secret', 'hush'],
				['prompt', 'login']
			]
		});
		expect(saved.list[0]?.extra).toEqual([['prompt', 'login']]);
	});

	it('are there for the next walk, and gone when forgotten', async () => {
		const place = stored();
		await new SavedConfigurations(place).remember(configuration);
		const next = new SavedConfigurations(place);
		await next.restore();
		expect(next.list).toEqual([configuration]);
		await next.forget(configuration);
		expect(next.list).toEqual([]);
		expect(await place.read()).toEqual({ value: [] });
	});

	it('are twenty at most', async () => {
		const saved = new SavedConfigurations(stored());
		for (let count = 0; count < 30; count += 1)
			await saved.remember({ ...configuration, clientId: `client ${count}` });
		expect(saved.list).toHaveLength(20);
		expect(saved.list[0]?.clientId).toBe('client 29');
	});
});
