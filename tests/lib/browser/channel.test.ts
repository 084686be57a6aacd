import { afterEach, describe, expect, it } from 'vitest';
import { openCallbackChannel, type CallbackChannel } from '$lib/browser/channel';

const open: CallbackChannel[] = [];
let places = 0;

/** So many tabs of one place. */
function tabs<Count extends number>(count: Count): CallbackChannel[] {
	places += 1;
	const opened = Array.from({ length: count }, () => openCallbackChannel(`/place-${places}`, undefined, 200));
	open.push(...opened);
	return opened;
}

afterEach(() => {
	for (const channel of open.splice(0)) channel.close();
});

const url = 'http://localhost/callback/?code=c&state=s';

describe('a callback that arrived in another tab', () => {
	it('is taken over by the tab that owns its state', async () => {
		const [arrived, other, owner] = tabs(3);
		const taken: string[] = [];
		other!.accept(
			() => false,
			() => taken.push('other')
		);
		owner!.accept(
			(state) => state === 's',
			(got) => taken.push(got)
		);
		expect(await arrived!.offer(url, 's')).toBe(true);
		expect(taken).toEqual([url]);
	});

	it('is taken by one tab only, when a duplicated tab owns the state as well', async () => {
		const [arrived, first, second] = tabs(3);
		const taken: string[] = [];
		for (const tab of [first!, second!])
			tab.accept(
				() => true,
				(got) => taken.push(got)
			);
		expect(await arrived!.offer(url, 's')).toBe(true);
		expect(taken).toEqual([url]);
	});

	it('of an unknown state is taken by nobody, and that is said in time', async () => {
		const [arrived, other] = tabs(2);
		other!.accept(
			(state) => state === 'mine',
			() => undefined
		);
		expect(await arrived!.offer(url, 's')).toBe(false);
	});

	it('is not taken when there is no other tab', async () => {
		const [alone] = tabs(1);
		alone!.accept(
			() => true,
			() => undefined
		);
		expect(await alone!.offer(url, 's')).toBe(false);
	});

	it('is not said aloud, code and all, to those who do not claim it', async () => {
		const [arrived] = tabs(1);
		const heard: unknown[] = [];
		const listener = new BroadcastChannel(`pkce-playground /place-${places}/ callback`);
		listener.onmessage = (event: MessageEvent<unknown>) => heard.push(event.data);
		await arrived!.offer(url, 's');
		listener.close();
		expect(heard).toHaveLength(1);
		expect(JSON.stringify(heard)).not.toContain('code=c');
	});

	it('rubbish on the channel is passed over', async () => {
		const [arrived, owner] = tabs(2);
		const noise = new BroadcastChannel(`pkce-playground /place-${places}/ callback`);
		const taken: string[] = [];
		owner!.accept(
			() => true,
			(got) => taken.push(got)
		);
		for (const message of [null, 1, {}, { kind: 'hand', offer: 'x', tab: 'y', url: 'evil' }])
			noise.postMessage(message);
		expect(await arrived!.offer(url, 's')).toBe(true);
		noise.close();
		expect(taken).toEqual([url]);
	});
});
