/** Files in the shape of each recorder, and what is known of them. */
import { readFile as readBytes } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readFile } from '$lib/recording/read/read-file';

const read = async (name: string) =>
	readFile(new Blob([await readBytes(`tests/fixtures/reports/${name}`)]), { now: 0 });

test.each([
	['90-recorder-firefox.har', 'Firefox'],
	['91-recorder-safari.har', 'WebKit Web Inspector'],
	['92-recorder-charles.har', 'Charles Proxy'],
	['93-recorder-fiddler.har', 'Fiddler'],
	['95-only-post-data-null.har', 'WebInspector'],
	['97-no-content-type-header.har', 'WebInspector']
])('%s: the sign-in is found with its token request', async (file, recorder) => {
	const { about, found, trace } = await read(file);
	expect(about).toMatchObject({ recorder: { name: recorder }, unread: {} });
	expect(found).toMatchObject({ attempts: 1, clients: ['spa-client'] });
	const token = trace.ok
		? trace.value.find((fact) => fact.kind === 'exchanged' && fact.move === 'token')
		: undefined;
	expect(token).toMatchObject({ exchange: { response: { status: 400 } } });
});

test('what Chrome leaves out is told, and what it does not', async () => {
	expect((await read('99-chrome-sanitised.har')).about?.lacks).toEqual(['cookies', 'authorization']);
	expect((await read('100-no-response-bodies.har')).about?.lacks).toContain('answers');
	expect((await read('97-no-content-type-header.har')).about?.lacks).toContain('headers');
});
