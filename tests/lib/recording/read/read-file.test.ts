import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import type { FileRead } from '$lib/recording/read/about';
import { readFile } from '$lib/recording/read/read-file';
import { formatTrace } from '$lib/trace/format';
import { createSigner } from '../../../fixtures/tokens';
import { wholeWalk } from '../../../fixtures/walk';
import { entryOf, harOf, signIn, type Made } from '../../../fixtures/recordings';

const now = Date.UTC(2026, 10, 28);
const read = (...parts: BlobPart[]): Promise<FileRead> => readFile(new Blob(parts), { now });

const entries = signIn.map(entryOf);
const har = harOf(entries);
/** What is found in each form of it. */
const whole = { attempts: 1, messages: 3, servers: ['https://id.example'], clients: ['spa'] };

const utf16 = (text: string, isBig: boolean, mark: boolean): Uint8Array<ArrayBuffer> => {
	const units = [...(mark ? '\uFEFF' : ''), ...text].map((letter) => letter.charCodeAt(0));
	return new Uint8Array(units.flatMap((unit) => (isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
};
const zip = (files: Record<string, string>) =>
	new Uint8Array(
		zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
	);

describe('a recording is read', () => {
	it.each<[string, BlobPart[]]>([
		['as it is', [har]],
		['with the mark of UTF-8', ['\uFEFF', har]],
		['in UTF-16, either way round', [utf16(har, false, true)]],
		['in UTF-16 of big-endian machines', [utf16(har, true, true)]],
		['in UTF-16 without a mark', [utf16(har, false, false)]],
		['in gzip', [new Uint8Array(gzipSync(har))]],
		[
			'in a zip file, beside others',
			[zip({ 'readme.txt': 'hello', 'a/customer.har': har, '__MACOSX/a/._customer.har': 'x' })]
		],
		['as a list of entries', [JSON.stringify(entries)]],
		['as lines of entries', [entries.map((one) => JSON.stringify(one)).join('\n')]],
		[
			'as one entry after another over many lines',
			[entries.map((one) => JSON.stringify(one, undefined, 2)).join('\n')]
		],
		['with spaces everywhere', [JSON.stringify(JSON.parse(har), undefined, '\t')]],
		['of a future version', [har.replace('"version":"1.2"', '"version":"3.0"')]]
	])('%s', async (_, parts) => {
		const { found, trace } = await read(...parts);
		expect(trace).toMatchObject({ ok: true });
		expect(found).toEqual(whole);
	});

	it('also as a walk that was exported here, which no file says yes for', async () => {
		const walk = await wholeWalk(await createSigner('ES256'));
		const allowed = { kind: 'allowed', at: 0, step: 'configure', host: 'a.example' } as const;
		expect((await read(formatTrace([...walk, allowed]))).trace).toEqual({ ok: true, value: walk });
	});

	it('as addresses, one a line, of which nothing else is known', async () => {
		const [asked, came] = signIn;
		const read_ = await read(`${asked?.url}\n\nGET ${came?.url} 302\nhello\n`);
		expect(read_.about).toMatchObject({ form: 'urls', entries: 3, kept: 2, unread: { 'not-http': 1 } });
		expect(read_.about?.lacks).toEqual(
			expect.arrayContaining(['cookies', 'authorization', 'headers', 'times'])
		);
		expect(read_.found).toMatchObject({ attempts: 1, clients: ['spa'] });
	});
});

describe('a file that cannot be opened says why', () => {
	it.each<[string, BlobPart[], string]>([
		['an empty one', [], 'file-empty'],
		['a picture', [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])], 'file-is-image'],
		['a page', ['<!DOCTYPE html><html></html>'], 'file-is-html'],
		['a document', ['%PDF-1.7\n\0'], 'file-not-text'],
		['bytes', [new Uint8Array([1, 2, 3, 0, 5, 0, 0, 9])], 'file-not-text'],
		['text', ['hello'], 'not-json'],
		['another archive', [new Uint8Array([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 0])], 'other-archive'],
		['a session of Burp', ['<?xml version="1.0"?>\n<items burpVersion="2026.1">'], 'other-recorder-form'],
		[
			'a session of Charles',
			['[{"status":"COMPLETE","method":"GET","protocolVersion":"HTTP/1.1"}]'],
			'other-recorder-form'
		],
		['a session of Fiddler', [zip({ 'raw/1_c.txt': 'GET', 'raw/1_s.txt': 'HTTP' })], 'other-recorder-form'],
		['a damaged archive', [zip({ 'a.har': har }).slice(0, 200)], 'archive-damaged'],
		['an archive of something else', [zip({ 'a.txt': 'hello' })], 'archive-empty'],
		['another document', ['{"a":1}'], 'not-a-trace'],
		['a recording without a list', ['{"log":{"version":"1.2"}}'], 'not-a-trace'],
		['a recording of nothing', [harOf([])], 'recording-empty'],
		['a recording that breaks off at its start', ['{"log":{"version":"1.2","creator":{"na'], 'cut-off'],
		['a recording that breaks off in its first entry', [har.slice(0, 400)], 'cut-off'],
		['a recording of no requests', [harOf([{ a: 1 }, {}])], 'entries-unreadable'],
		['a recording without a sign-in', [harOf([entryOf()])], 'no-flow-recorded'],
		[
			'a walk of a version to come',
			['{"format":"pkce-playground-trace","version":99,"facts":[]}'],
			'version-unknown'
		]
	])('%s', async (_, parts, reason) => {
		expect((await read(...parts)).trace).toMatchObject({ ok: false, failure: { reason } });
	});

	it('one that is gone since it was chosen', async () => {
		const file = new Blob([har]);
		const gone = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
		Object.assign(file, { slice: () => ({ arrayBuffer: gone }) });
		expect((await readFile(file, { now })).trace).toMatchObject({ failure: { reason: 'file-gone' } });
	});

	it('and what could be read of it', async () => {
		const { about } = await read(harOf([entryOf(), entryOf({ url: 'data:text/plain,a' }), {}]));
		expect(about).toMatchObject({ entries: 3, kept: 1, unread: { 'not-http': 1, 'no-request': 1 } });
	});
});

test('a file that ends in the middle is read up to there, and says so', async () => {
	const end = har.lastIndexOf('"response"');
	for (const parts of [[har.slice(0, end)], [new Uint8Array(gzipSync(har, { level: 0 })).slice(0, end)]]) {
		const { about, found } = await read(...parts);
		expect(about?.notes).toContain('cut-off');
		expect(found).toMatchObject({ attempts: 1, messages: 2 });
	}
	expect((await read(har)).about?.notes).toEqual([]);
});

test('letters of an older alphabet are read, and it is said', async () => {
	const named = harOf([
		...entries,
		entryOf({ url: 'https://id.example/userinfo?a=b', text: '"M\u00fcller"' })
	]);
	const bytes = Uint8Array.from(named, (letter) => letter.charCodeAt(0));
	expect((await read(bytes)).about?.notes).toEqual(['letters']);
});

describe('times', () => {
	const dated = (times: (string | undefined)[]) =>
		harOf(signIn.map((one, place) => ({ ...entryOf(one, place), startedDateTime: times[place] })));

	it('may be missing: then the file is the order, and it is said', async () => {
		const { about, trace } = await read(dated([]));
		expect(about).toMatchObject({ notes: ['file-order'], lacks: expect.arrayContaining(['times']) });
		expect(about).not.toHaveProperty('first');
		expect(trace.ok && trace.value.map(({ kind }) => kind)).toEqual(
			expect.arrayContaining(['left', 'returned', 'exchanged'])
		);
	});

	it('are taken from what the answers say where the recorder says none', async () => {
		const answered: Made['answered'] = [['date', 'Sat, 28 Nov 2026 09:00:00 GMT']];
		const made = signIn.map((one, place) => ({
			...entryOf({ ...one, answered }, place),
			startedDateTime: 'soon'
		}));
		const { trace } = await read(harOf(made));
		expect(trace.ok && trace.value.every(({ at }) => at === Date.UTC(2026, 10, 28, 9))).toBe(true);
	});

	it('without a zone are read as UTC, and it is said', async () => {
		const { about } = await read(
			dated(['2026-11-28T09:00:00', '2026-11-28T09:00:01', '2026-11-28T09:00:02'])
		);
		expect(about).toMatchObject({ notes: ['no-zone'], first: Date.UTC(2026, 10, 28, 9) });
	});
});

describe('what is kept', () => {
	it('is what may belong to a sign-in: pictures and scripts are counted, and nothing else is left out', async () => {
		const { about } = await read(
			harOf([
				...entries,
				entryOf({ as: 'script', mime: 'text/javascript', text: 'x'.repeat(5_000) }),
				entryOf({ as: 'image', mime: 'image/png' }),
				entryOf({ as: '', mime: 'font/woff2' }),
				entryOf({ as: 'script', url: 'https://app.example/cb.js?code=abc' }),
				entryOf({ method: 'OPTIONS', url: 'https://id.example/token', as: 'preflight', status: 204 }),
				entryOf({ url: 'https://api.example/orders', status: 401 })
			])
		);
		expect(about).toMatchObject({ entries: 9, kept: 6, leftOut: { assets: 3 }, unread: {} });
	});

	it('is never without a word: many entries without a sign are counted', async () => {
		const many = Array.from({ length: 3_000 }, (_, place) =>
			entryOf({ url: `https://a.example/${place}` }, place)
		);
		const { about, found } = await read(harOf([...many, ...entries]));
		expect(about).toMatchObject({ entries: 3_003, kept: 2_003, leftOut: { unrelated: 1_000 } });
		expect(found).toEqual(whole);
	});
});

describe('bodies beside a recording', () => {
	const answer = '{"access_token":"opaque-1","token_type":"Bearer"}';
	const apart = harOf(
		signIn.map((one, place) => {
			const entry = JSON.parse(JSON.stringify(entryOf(one, place)));
			if (one.method !== 'POST') return entry;
			entry.response.content = { mimeType: 'application/json', _file: 'abc.json' };
			return entry;
		})
	);

	it('are taken from the archive', async () => {
		const { trace, about } = await read(zip({ 'x/har.har': apart, 'x/abc.json': answer }));
		expect(JSON.stringify(trace)).toContain('opaque-1');
		expect(about).toMatchObject({ notes: [], missing: [] });
	});

	it('are named where they were not brought', async () => {
		for (const part of [apart, zip({ 'x/har.har': apart })])
			expect((await read(part)).about).toMatchObject({
				notes: ['attachments'],
				missing: ['abc.json'],
				missingCount: 1
			});
	});
});

test('a file says of itself who recorded it, and what was checked before it was handed on', async () => {
	const said = { challengeMatches: true };
	const { about, trace } = await read(
		harOf(entries, { _pkcePlayground: said, browser: { name: 'firefox', version: '140.0' } })
	);
	expect(about).toMatchObject({
		recorder: { name: 'WebInspector', version: '537.36' },
		browser: { name: 'firefox', version: '140.0' },
		said
	});
	const [first] = trace.ok ? trace.value : [];
	expect(first).toMatchObject({
		...{ kind: 'imported', recorder: 'WebInspector 537.36', browser: 'firefox 140.0', entries: 3, unread: 0 },
		lacks: ['cookies', 'authorization']
	});
	expect((await read(har)).about?.browser).toEqual({ name: 'Chrome', version: '140.0.0.0' });
});
