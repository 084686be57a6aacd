import { afterEach, describe, expect, it } from 'vitest';
import { openCallbackChannel, type CallbackChannel } from '$lib/browser/callback/channel';

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

const arrived = { url: 'http://localhost/callback/?code=c&state=s' };

describe('a callback that arrived in another tab', () => {
	it('is taken over by the tab that owns its state', async () => {
		const [tab, other, owner] = tabs(3);
		const taken: unknown[] = [];
		other!.accept(
			() => false,
			() => taken.push('other')
		);
		owner!.accept(
			(state) => state === 's',
			(got) => taken.push(got)
		);
		expect(await tab!.offer(arrived, 's')).toBe(true);
		expect(taken).toEqual([arrived]);
	});

	it('is taken by one tab only, when a duplicated tab owns the state as well', async () => {
		const [tab, first, second] = tabs(3);
		const taken: unknown[] = [];
		for (const one of [first!, second!])
			one.accept(
				() => true,
				(got) => taken.push(got)
			);
		expect(await tab!.offer(arrived, 's')).toBe(true);
		expect(taken).toEqual([arrived]);
	});

	it('brings the form along that was posted, as it came', async () => {
		const [tab, owner] = tabs(2);
		const taken: unknown[] = [];
		owner!.accept(
			() => true,
			(got) => taken.push(got)
		);
		const posted = { url: 'http://localhost/callback/', body: 'code=a&code=b&state=s' };
		expect(await tab!.offer(posted, 's')).toBe(true);
		expect(taken).toEqual([posted]);
	});

	it('of an unknown state is taken by nobody, and that is said in time', async () => {
		const [tab, other] = tabs(2);
		other!.accept(
			(state) => state === 'mine',
			() => undefined
		);
		expect(await tab!.offer(arrived, 's')).toBe(false);
	});

	it('is not taken when there is no other tab', async () => {
		const [alone] = tabs(1);
		alone!.accept(
			() => true,
			() => undefined
		);
		expect(await alone!.offer(arrived, 's')).toBe(false);
	});

	it('is not said aloud, code and all, to those who do not claim it', async () => {
		const [tab] = tabs(1);
		const heard: unknown[] = [];
		const listener = new BroadcastChannel(`pkce-playground /place-${places}/ callback`);
		listener.onmessage = (event: MessageEvent<unknown>) => heard.push(event.data);
		await tab!.offer(arrived, 's');
		listener.close();
		expect(heard).toHaveLength(1);
		expect(JSON.stringify(heard)).not.toContain('code=c');
	});

	it('rubbish on the channel is passed over', async () => {
		const [tab, owner] = tabs(2);
		const noise = new BroadcastChannel(`pkce-playground /place-${places}/ callback`);
		const taken: unknown[] = [];
		owner!.accept(
			() => true,
			(got) => taken.push(got)
		);
		for (const message of [null, 1, {}, { kind: 'hand', offer: 'x', tab: 'y', url: 'evil' }])
			noise.postMessage(message);
		expect(await tab!.offer(arrived, 's')).toBe(true);
		noise.close();
		expect(taken).toEqual([arrived]);
	});
});
