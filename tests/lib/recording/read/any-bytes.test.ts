/** Whatever is in a file, it is read or refused: nothing is thrown. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readFile } from '$lib/recording/read/read-file';
import { entryOf, harOf, signIn } from '../../../fixtures/recordings';

const har = strToU8(harOf(signIn.map(entryOf)));
const packed = [har, new Uint8Array(gzipSync(har)), zipSync({ 'a.har': har })];

const isRead = async (bytes: Uint8Array): Promise<void> => {
	const { trace, about } = await readFile(new Blob([new Uint8Array(bytes)]), { now: 0 });
	expect(trace.ok ? about?.kept : trace.failure.reason).toBeTruthy();
};

test('of bytes', () => fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), isRead)));

test('of a file that was cut anywhere, packed or not', () =>
	fc.assert(
		fc.asyncProperty(fc.constantFrom(...packed), fc.double({ min: 0, max: 1, noNaN: true }), (bytes, part) =>
			isRead(bytes.slice(0, Math.floor(bytes.length * part)))
		)
	));

test('of a file in which bytes were changed', () =>
	fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...packed),
			fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 5 }),
			(bytes, all) => {
				const changed = bytes.slice();
				for (const [place, byte] of all) changed[place % changed.length] = byte;
				return isRead(changed);
			}
		)
	));

test('of entries of any making', () =>
	fc.assert(
		fc.asyncProperty(fc.array(fc.jsonValue()), fc.jsonValue(), (entries, log) =>
			isRead(strToU8(JSON.stringify({ log: { creator: log, version: log, entries } })))
		)
	));

test('of requests whose members are anything', () =>
	fc.assert(
		fc.asyncProperty(fc.array(fc.jsonValue(), { minLength: 12, maxLength: 12 }), ([...any]) => {
			const [url = '', method, sent, postData, status, came, content, time, began, moved, cookies, error] =
				any;
			const entry = {
				startedDateTime: began,
				time,
				request: {
					method: method ?? 'GET',
					url: `https://a.example/?code=${JSON.stringify(url)}`,
					headers: sent,
					postData,
					cookies
				},
				response: { status, headers: came, content, redirectURL: moved, _error: error }
			};
			return isRead(strToU8(JSON.stringify({ log: { entries: [entry, ...signIn.map(entryOf)] } })));
		})
	));
